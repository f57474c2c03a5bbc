package org.sistercityimpact.checkpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a city's file can leave the page, whatever a script in it might try. */
class NothingLeavesTest {
  /** Ways out that a page has, each to the address that it is given. */
  private static final String WAYS =
      """
      (async (to) => {
        const ways = {
          fetch: () => fetch(to + 'fetch'),
          post: () => fetch(to + 'post', {method: 'POST', body: 'x', mode: 'no-cors'}),
          request: () => { const r = new XMLHttpRequest(); r.open('GET', to + 'request'); r.send(); },
          beacon: () => navigator.sendBeacon(to + 'beacon', 'x'),
          socket: () => new WebSocket(to.replace('http', 'ws') + 'socket'),
          events: () => new EventSource(to + 'events'),
          image: () => { new Image().src = to + 'image'; },
          script: () => add('script', 'src', 'script'),
          module: () => import(to + 'module'),
          style: () => add('link', 'href', 'style', {rel: 'stylesheet'}),
          preload: () => add('link', 'href', 'preload', {rel: 'preload', as: 'image'}),
          prefetch: () => add('link', 'href', 'prefetch', {rel: 'prefetch'}),
          frame: () => add('iframe', 'src', 'frame'),
          object: () => add('object', 'data', 'object'),
          embed: () => add('embed', 'src', 'embed'),
          video: () => add('video', 'src', 'video'),
          background: () => { document.body.style.backgroundImage = `url(${to}background)`; },
          font: () => new FontFace('x', `url(${to}font)`).load(),
          form: () => { const f = add('form', 'action', 'form', {method: 'post', target: '_self'}); f.submit(); },
          worker: () => new Worker(to + 'worker'),
          inWorker: () => work(`fetch('${to}inWorker')`),
          imported: () => work(`importScripts('${to}imported')`),
          socketInWorker: () => work(`new WebSocket('${to.replace('http', 'ws')}socketInWorker')`),
        };
        function add(name, attribute, way, more = {}) {
          const e = document.createElement(name);
          Object.assign(e, more);
          e.setAttribute(attribute, to + way);
          document.body.append(e);
          return e;
        }
        function work(code) {
          return new Worker(URL.createObjectURL(new Blob([code], {type: 'text/javascript'})));
        }
        for (const way of Object.values(ways)) {
          try { await Promise.race([way(), new Promise(done => setTimeout(done, 200))]); } catch (blocked) { }
        }
        await new Promise(done => setTimeout(done, 1000));
        return Object.keys(ways);
      })('%s')
      """;

  @TempDir Path folder;

  private static void requireABrowser() {
    Assumptions.assumeTrue(
        Browser.installed().isPresent(), "No Chromium: the ways out of the page were not tried");
  }

  @Test
  void everyWayOutIsClosed() throws IOException {
    requireABrowser();
    Set<String> arrived = new ConcurrentSkipListSet<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          arrived.add(exchange.getRequestURI().getPath().substring(1));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    try (Browser page = Browser.show(folder.resolve("profile"), Pages.write(folder).toUri())) {
      List<String> ways = page.evaluate(WAYS.formatted(address)).texts();
      assertEquals(23, ways.size());
      assertEquals(Set.of(), arrived);
    }
    // The same ways do lead out of a page without our rule, or the test would show nothing.
    Path open = folder.resolve("open.html");
    Files.writeString(open, "<!doctype html><title>open</title><body></body>");
    try (Browser page = Browser.show(folder.resolve("another"), open.toUri())) {
      page.evaluate(WAYS.replaceFirst("(?m)^ *form: .*$", "").formatted(address));
    }
    server.stop(0);
    Set<String> open23 = new TreeSet<>(arrived);
    assertTrue(
        open23.containsAll(
            Set.of("fetch", "post", "request", "beacon", "socket", "events", "image", "script")),
        open23.toString());
    assertTrue(
        open23.containsAll(Set.of("style", "frame", "inWorker", "imported")), open23.toString());
  }

  @Test
  void noScriptOfOursTriesAnyOrGoesElsewhere() throws IOException {
    String html = Pages.of(Pages.REGISTRY, null, "en").html();
    Pattern way =
        Pattern.compile(
            "\\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts|window\\.open|document\\.cookie|localStorage|location\\s*[.=])");
    assertFalse(way.matcher(html).find(), () -> way.matcher(html).results().toList().toString());
    String outside =
        html.replaceAll("http://(?:schemas\\.openxmlformats|purl\\.oclc)\\.org/[^\"]*", "");
    Pattern address = Pattern.compile("(?:src|href|action)=\"(?!data:|#)");
    assertFalse(address.matcher(outside.substring(0, outside.indexOf("id=\"data\""))).find());
  }

  @Test
  void aPageInUseStaysWhereItIs() throws IOException {
    requireABrowser();
    Path file = folder.resolve("exchanges.csv");
    Files.writeString(file, Volunteer.WITH_MISTAKES);
    try (Browser page = Browser.show(folder.resolve("profile"), Pages.write(folder).toUri())) {
      Volunteer volunteer = new Volunteer(page);
      volunteer.choosesCity("US-TX-fort-worth");
      volunteer.drops(file);
      page.evaluate("document.querySelectorAll('.does button').forEach(button => button.click())");
      page.evaluate("new Promise(done => setTimeout(done, 1000))");
      assertEquals(1, page.events("Page.frameNavigated").size());
      assertEquals(List.of(), page.told("Log.entryAdded"));
      assertEquals(List.of(), page.told("Runtime.exceptionThrown"));
    }
  }
}
