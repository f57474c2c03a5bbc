import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Starts the program in {@code generator/}, whose {@code Generator} says what the arguments mean.
 *
 * <p>{@code java FILE} takes a single file before Java 22, so this one compiles the others, which
 * lie beside the folder that {@code --source} names.
 */
public final class GenerateNetwork {

  public static void main(String[] args) throws Exception {
    int source = List.of(args).indexOf("--source") + 1;
    Path program =
        Path.of(source > 0 && source < args.length ? args[source] : "sample-data/source")
            .resolveSibling("generator");
    Path classes = Files.createTempDirectory("generator-");
    int code = 0;
    try {
      compile(program, classes);
      try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
        loader
            .loadClass("generator.Generator")
            .getMethod("main", String[].class)
            .invoke(null, (Object) args);
      }
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException refused)) {
        throw e;
      }
      System.err.println(refused.getMessage());
      code = 2;
    } finally {
      delete(classes);
    }
    System.exit(code);
  }

  private static void compile(Path program, Path classes) throws IOException {
    List<String> command = new ArrayList<>(List.of("-encoding", "UTF-8", "-d", classes.toString()));
    try (Stream<Path> files = Files.list(program)) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new))
        != 0) {
      throw new IOException("Cannot compile " + program);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private GenerateNetwork() {}
}
