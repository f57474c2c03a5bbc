package org.sistercityimpact.checkpage.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
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
    String hash = hash();
    if (!Files.exists(script) || !Files.exists(madeOf) || !Files.readString(madeOf).equals(hash)) {
      Files.deleteIfExists(madeOf);
      make(kept);
      Files.writeString(madeOf, hash);
    }
    Path target = classes.resolve("org/sistercityimpact/checkpage").resolve(NAME);
    if (!Files.exists(target) || Files.mismatch(script, target) >= 0) {
      Files.copy(script, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void make(Path folder) {
    TeaVMTool tool = new TeaVMTool();
    tool.setMainClass(BrowserChecker.class.getName());
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName(NAME);
    tool.setObfuscated(true);
    tool.setStrict(true);
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
  }

  private static String text(Problem problem) {
    DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
    problem.render(text);
    return text.getText()
        + (problem.getLocation() == null ? "" : " in " + problem.getLocation().getMethod());
  }

  /** Of all classes that may become part of it. */
  private static String hash() throws IOException {
    TreeMap<String, byte[]> classes = new TreeMap<>();
    for (Class<?> anchor : List.of(Checker.class, BrowserChecker.class)) {
      collect(anchor, classes);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          String.valueOf(
                  TeaVMTool.class
                      .getProtectionDomain()
                      .getCodeSource()
                      .getLocation()
                      .getPath()
                      .replaceAll(".*/", ""))
              .getBytes(StandardCharsets.UTF_8));
      classes.forEach(
          (name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static void collect(Class<?> anchor, TreeMap<String, byte[]> into) throws IOException {
    Path place = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().getPath());
    if (Files.isDirectory(place)) {
      collect(place, into);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        collect(jar.getPath("/"), into);
      }
    }
  }

  private static void collect(Path root, TreeMap<String, byte[]> into) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(
              file -> {
                try {
                  into.put(root.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
