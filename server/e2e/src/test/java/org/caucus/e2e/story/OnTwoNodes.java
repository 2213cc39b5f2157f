package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The demo served by two processes on one database. */
abstract class OnTwoNodes {
  static final String W = "/api/workspaces/code-of-practice";

  /** A code that decides by mail. */
  static final Pattern SECRET = Pattern.compile("(?m)^ {4}([a-z2-7]{26})$");

  @TempDir static Path directory;
  static Nodes nodes;
  private static JsonObject demo;

  @BeforeAll
  static void start() throws Exception {
    nodes = new Nodes(directory, "lagos", "abuja", "kano");
    Nodes.Node lagos = nodes.start("demo", "lagos");
    lagos.child().started(lagos.base());
    demo = nodes.demo("lagos");
    var streams = Map.of("CAUCUS_STREAMS_PER_SEAT", "4321");
    Nodes.Node abuja = nodes.start("serve", "abuja", streams);
    abuja.child().healthy(abuja.base());
  }

  @AfterAll
  static void stop() throws Exception {
    if (nodes != null) {
      nodes.close();
    }
  }

  static void cut() {
    nodes.node("lagos").cut();
    nodes.node("abuja").cut();
  }

  static Browser seated(String local, String node) {
    return Browser.seated(nodes.node("lagos").base(), local).at(nodes.node(node).base());
  }

  static String tracker() {
    return demo.getJsonArray("trackers").getJsonObject(0).getString("key");
  }

  static JsonObject seat(String address) {
    return demo.getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("address").startsWith(address))
        .findFirst()
        .orElseThrow();
  }

  static List<JsonObject> items(Browser.Reply page) {
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page.json().getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  static JsonObject found(Browser who, String path, String name, String value) {
    return items(who.get(W + path)).stream()
        .filter(i -> value.equals(i.getString(name)))
        .findFirst()
        .orElseThrow();
  }

  static void write(String node, String from, String to, String subject, String text)
      throws IOException {
    String letter =
        "From: <%s>\nTo: <%s>\nSubject: %s\n\n%s\n"
            .formatted(from, to, subject, text)
            .replace("\n", "\r\n");
    int port = nodes.node(node).smtpPort();
    assertThat(MailClient.send(port, from, to, letter.getBytes(UTF_8))).startsWith("250");
  }

  static String secret(Mailbox.Mail question) {
    Matcher code = SECRET.matcher(question.text());
    assertThat(code.find()).as(question.text()).isTrue();
    return code.group(1);
  }

  static String answersTo(Mailbox.Mail mail) {
    return mail.header("Reply-To").replaceAll(".*<|>.*", "");
  }

  /** All of these at one moment. */
  @SafeVarargs
  static List<Integer> atOnce(Callable<Integer>... acts) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> done = new ArrayList<>();
      for (Callable<Integer> act : acts) {
        done.add(
            people.submit(
                () -> {
                  go.await();
                  return act.call();
                }));
      }
      go.countDown();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : done) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  static JsonObject saying(String title, String body) {
    return new JsonObject()
        .put("title", title)
        .put("body", body)
        .put("kind", "ACTION")
        .put("stage", "DECIDED")
        .put("attribution", "ON_RECORD")
        .put("audience", "EVERYONE");
  }

  static long published(Browser who, String title) {
    return items(who.get(W + "/updates")).stream()
        .filter(u -> title.equals(u.getString("title")))
        .count();
  }

  static String last(Stream stream) {
    return stream.frames().getLast().getString("_id");
  }

  static List<String> said(Stream stream, String prefix) {
    return stream.frames().stream()
        .map(f -> f.getJsonObject("put").getJsonArray("updates", new JsonArray()))
        .flatMap(JsonArray::stream)
        .map(u -> ((JsonObject) u).getString("title"))
        .filter(t -> t.startsWith(prefix))
        .toList();
  }

  /** All that somebody was mailed in which this occurs, each line end a space. */
  static String told(String to, String about) {
    return nodes.mailbox.to(to).stream()
        .map(mail -> mail.text().replaceAll("\\s+", " "))
        .filter(text -> text.contains(about))
        .collect(Collectors.joining("\n"));
  }

  static Browser.Reply read(String node, String address, String... headers) {
    String path = URI.create(address).getPath();
    return new Browser(nodes.node(node).base()).send("GET", path, null, headers);
  }

  static int unread(Browser who) {
    return who.get(W + "/bell").json().getInteger("unread");
  }
}
