package org.sistercityimpact.release.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.pdf.PdfExporter;
import org.sistercityimpact.reports.Reports;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * The program that made an edition.
 *
 * @param version as it calls itself
 * @param sha256 over all its classes and resources, compiled templates among them; libraries are
 *     named by the version
 * @param java the Java that ran it
 * @param duckdb the engine's version
 */
public record Program(String version, String sha256, String java, String duckdb) {
  /** One class of each module that has a part in an edition's bytes. */
  private static final List<Class<?>> MODULES =
      List.of(
          Checker.class,
          Warehouse.class,
          Ingest.class,
          Transform.class,
          PdfExporter.class,
          Reports.class,
          Program.class);

  /** This program, as it runs now. */
  public static Program running() {
    MessageDigest digest = Warehouse.sha256();
    MODULES.forEach(module -> digest(module, digest));
    String version = Program.class.getPackage().getImplementationVersion();
    return new Program(
        version == null ? "development" : version,
        HexFormat.of().formatHex(digest.digest()),
        System.getProperty("java.version"),
        duckDb());
  }

  private static String duckDb() {
    try (DuckDb engine = DuckDb.open(null, "200MB")) {
      return (String) engine.read("SELECT version()").values().get(0)[0];
    }
  }

  private static void digest(Class<?> module, MessageDigest digest) {
    try {
      Path code = Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        digestTree(code, digest);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(code)) {
          digestTree(jar.getPath("/"), digest);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find the program's own files", e);
    }
  }

  private static void digestTree(Path root, MessageDigest digest) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      // META-INF/maven and the manifest differ from build to build, and do nothing.
      List<Path> files =
          tree.filter(Files::isRegularFile)
              .filter(file -> !root.relativize(file).startsWith("META-INF"))
              .sorted()
              .toList();
      for (Path file : files) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }
}
