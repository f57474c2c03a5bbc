package org.sistercityimpact.checkpage.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.checkpage.browser.BrowserChecker;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Makes a script of the checker's classes; where none of them has changed it is kept. */
public final class CheckerScript {
  private static final String NAME = "checker.js";
  private static final String ENDING = ".class";
  private static final String BROWSER = BrowserChecker.class.getPackageName();

  private CheckerScript() {}

  /**
   * Makes the script.
   *
   * @param arguments where the classes of this module lie, and the script goes; where it is kept
   */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    Path kept = Files.createDirectories(Path.of(arguments[1]));
    Path script = kept.resolve(NAME);
    Path madeOf = kept.resolve("made-of");
    Set<String> names = Files.exists(madeOf) ? Set.copyOf(Files.readAllLines(madeOf)) : Set.of();
    if (!Files.exists(script) || !names.contains(hash(names))) {
      Files.deleteIfExists(madeOf);
      Set<String> used = new TreeSet<>(make(kept));
      used.add(hash(used));
      Files.write(madeOf, used);
    }
    Path target = classes.resolve("org/sistercityimpact/checkpage").resolve(NAME);
    if (!Files.exists(target) || Files.mismatch(script, target) >= 0) {
      Files.copy(script, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the script and names the classes that went into it. */
  private static Collection<String> make(Path folder) {
    TeaVMTool tool = new TeaVMTool();
    tool.setMainClass(BrowserChecker.class.getName());
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName(NAME);
    tool.setObfuscated(true);
    tool.setStrict(false);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setAssertionsRemoved(true);
    tool.setClassLoader(CheckerScript.class.getClassLoader());
    tool.setLog(new EmptyTeaVMToolLog());
    try {
      tool.generate();
    } catch (TeaVMToolException e) {
      throw new IllegalStateException("Cannot make a script of the checker", e);
    }
    List<Problem> problems = tool.getProblemProvider().getSevereProblems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.stream().map(CheckerScript::text).collect(Collectors.joining("\n")));
    }
    return tool.getClasses();
  }

  private static String text(Problem problem) {
    DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
    problem.render(text);
    return text.getText()
        + (problem.getLocation() == null ? "" : " in " + problem.getLocation().getMethod());
  }

  /**
   * Of the classes of that name as they are now, and of TeaVM. A class can only join them when one
   * of them has changed.
   */
  private static String hash(Set<String> names) throws IOException {
    TreeMap<String, byte[]> classes = new TreeMap<>();
    for (Class<?> anchor : List.of(Checker.class, BrowserChecker.class)) {
      collect(anchor, classes);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(place(TeaVMTool.class).getFileName().toString().getBytes(UTF_8));
      classes.forEach(
          (name, bytes) -> {
            // What stands in for a class of Java is named there as that.
            if (names.contains(name) || name.startsWith(BROWSER)) {
              digest.update(name.getBytes(UTF_8));
              digest.update(bytes);
            }
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static Path place(Class<?> anchor) {
    return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static void collect(Class<?> anchor, Map<String, byte[]> into) throws IOException {
    Path place = place(anchor);
    if (Files.isDirectory(place)) {
      collect(place, into);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        collect(jar.getPath("/"), into);
      }
    }
  }

  private static void collect(Path root, Map<String, byte[]> into) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(ENDING))
          .forEach(
              file -> {
                try {
                  String path = root.relativize(file).toString();
                  String name =
                      path.substring(0, path.length() - ENDING.length()).replace('/', '.');
                  into.put(name, Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
