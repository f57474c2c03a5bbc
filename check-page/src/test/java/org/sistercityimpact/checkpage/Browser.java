package org.sistercityimpact.checkpage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sistercityimpact.check.json.FaultyJson;
import org.sistercityimpact.check.json.Json;

/** A Chromium without a window that shows one page; no name outside the machine can be resolved. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<Json> answers = new LinkedBlockingQueue<>();
  private final List<Json> events = new ArrayList<>();
  private int last;

  /** The browser of this machine, if it has one. */
  static Optional<Path> installed() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Shows a page, with its own things in a folder that is not there yet. */
  static Browser show(Path profile, URI page) {
    try {
      return new Browser(profile, page);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("Cannot start a browser", e);
    }
  }

  private Browser(Path profile, URI page) throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                installed().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0;
        i < PATIENCE_SECONDS * 20 && (!Files.exists(port) || Files.size(port) == 0);
        i++) {
      Thread.sleep(50);
    }
    String address = "127.0.0.1:" + Files.readAllLines(port).get(0);
    socket = connect(address);
    send("Page.enable", Map.of());
    send("Runtime.enable", Map.of());
    send("Log.enable", Map.of());
    send("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    send("Page.navigate", Map.of("url", page.toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  private WebSocket connect(String address) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    String url = null;
    while (url == null) {
      String list =
          client
              .send(
                  HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build(),
                  BodyHandlers.ofString())
              .body();
      url =
          json(list).items().stream()
              .filter(target -> "page".equals(target.get("type").text()))
              .map(target -> target.get("webSocketDebuggerUrl").text())
              .findFirst()
              .orElse(null);
    }
    return client.newWebSocketBuilder().buildAsync(URI.create(url), new Listener()).join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
      text.append(piece);
      if (isLast) {
        answers.add(json(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private static Json json(String text) {
    try {
      return Json.read(text);
    } catch (FaultyJson e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a command of the DevTools protocol; its result. */
  Json send(String method, Map<String, ?> parameters) {
    int number = ++last;
    String text = Json.write(Map.of("id", number, "method", method, "params", parameters));
    int piece = 1 << 20;
    for (int from = 0; from < text.length(); from += piece) {
      int to = Math.min(text.length(), from + piece);
      socket.sendText(text.substring(from, to), to == text.length()).join();
    }
    try {
      while (true) {
        Json answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
          throw new IllegalStateException("No answer to " + method);
        }
        if (answer.get("id").isMissing()) {
          events.add(answer);
        } else if (answer.get("id").number().intValue() == number) {
          if (!answer.get("error").isMissing()) {
            throw new IllegalStateException(
                method + ": " + answer.get("error").get("message").text());
          }
          return answer.get("result");
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a script in the page, which it may promise. */
  Json evaluate(String script) {
    Json answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    if (!answer.get("exceptionDetails").isMissing()) {
      throw new IllegalStateException(
          answer.get("exceptionDetails").get("exception").get("description").text());
    }
    return answer.get("result").get("value");
  }

  /** Waits until a script says true. */
  void await(String script) {
    for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
      if (evaluate("Boolean(" + script + ")").isTrue()) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("Never true: " + script);
  }

  /** Chooses files in an input. */
  void choose(String selector, List<Path> files) {
    Json document = send("DOM.getDocument", Map.of());
    Json input =
        send(
            "DOM.querySelector",
            Map.of("nodeId", document.get("root").get("nodeId").number(), "selector", selector));
    send(
        "DOM.setFileInputFiles",
        Map.of(
            "nodeId",
            input.get("nodeId").number(),
            "files",
            files.stream().map(file -> file.toAbsolutePath().toString()).toList()));
  }

  /** Presses a key as somebody at the keyboard does. */
  void press(String key, int code) {
    Map<String, Object> down =
        Map.of(
            "type",
            "keyDown",
            "key",
            key,
            "code",
            key,
            "windowsVirtualKeyCode",
            code,
            "text",
            key.equals("Enter") ? "\r" : "");
    send("Input.dispatchKeyEvent", down);
    send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
  }

  /** What the page looks like, from top to bottom. */
  byte[] picture(int width, int height, boolean dark, boolean whole) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "no-preference"))));
    evaluate("new Promise(done => setTimeout(done, 300))");
    Json picture =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    return Base64.getDecoder().decode(picture.get("data").text());
  }

  /** What has happened so far, of one kind. */
  List<Json> events(String method) {
    evaluate("1");
    return events.stream().filter(event -> method.equals(event.get("method").text())).toList();
  }

  /** The texts of what has gone wrong so far, of one kind. */
  List<String> told(String method) {
    return events(method).stream()
        .map(event -> event.get("params"))
        .map(
            told ->
                told.get("entry").isMissing()
                    ? told.get("exceptionDetails").get("exception").get("description").text()
                    : told.get("entry").get("text").text())
        .toList();
  }

  @Override
  public void close() {
    try {
      send("Browser.close", Map.of());
    } catch (IllegalStateException gone) {
      process.destroy();
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
