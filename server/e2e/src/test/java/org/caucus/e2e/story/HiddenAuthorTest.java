package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On a list that hides addresses nothing that leaves the server tells a company the address, the
 * host, the network or the program of who wrote: each read of the contract, the stream, orders by
 * mail, letters, digests.
 */
@Tag("slow")
class HiddenAuthorTest extends OnDemo {
  private static final String STRANGER = "uche.okeke@canary-agency.example";
  private static final List<String> CANARIES =
      List.of(
          "canary",
          "203.0.113.77",
          "192.168.77.1",
          "ngozi@savanna",
          "uche.okeke",
          "west africa standard");

  private static String letter(String from, String subject) {
    return "Received: from canary-laptop.home.lan ([203.0.113.77]) by mx.canary-agency.example;"
        + " Mon, 1 Jun 2026 10:00:00 +0100\r\n"
        + "X-Originating-IP: [203.0.113.77]\r\n"
        + "X-MS-Exchange-Organization-AuthAs: canary\r\n"
        + "User-Agent: Canary/1.0\r\nX-Mailer: Canary\r\nOrganization: canary.example\r\n"
        + "Return-Path: <"
        + from
        + ">\r\nSender: "
        + from
        + "\r\nReply-To: "
        + from
        + "\r\nFrom: Uche Okeke <"
        + from
        + ">\r\nTo: coalition@lists.example\r\nSubject: "
        + subject
        + "\r\nDate: Mon, 1 Jun 2026 10:00:00 +0100 (West Africa Standard Time)\r\n"
        + "Message-ID: <"
        + subject.replace(' ', '-')
        + "@canary-laptop.home.lan>\r\n"
        + "MIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"----canary-laptop.home.lan\"\r\n\r\n"
        + "made by Canary/1.0 at 192.168.77.1\r\n"
        + "------canary-laptop.home.lan\r\nContent-Type: text/plain\r\n"
        + "X-Canary: 203.0.113.77\r\n\r\nMay I come to the hearing?\r\n"
        + "------canary-laptop.home.lan\r\nContent-Type: message/rfc822\r\n"
        + "Content-Disposition: attachment; filename=earlier.eml\r\n\r\n"
        + "Received: from canary-laptop.home.lan ([192.168.77.1]) by mx.savanna.example; x\r\n"
        + "X-Originating-IP: [203.0.113.77]\r\nUser-Agent: Canary/1.0\r\n"
        + "From: Bola <bola@elsewhere.example>\r\nSubject: Earlier\r\n"
        + "Message-ID: <earlier@elsewhere.example>\r\n\r\nWords sent along.\r\n"
        + "------canary-laptop.home.lan\r\nContent-Type: text/calendar; method=PUBLISH\r\n"
        + "Content-Disposition: attachment; filename=hearing.ics\r\n\r\n"
        + "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Canary//Canary 1.0//EN\r\n"
        + "X-WR-TIMEZONE:West Africa Standard Time\r\nBEGIN:VEVENT\r\n"
        + "UID:1@mail.example\r\nSUMMARY:The hearing\r\nDTSTART:20270601T090000Z\r\n"
        + "ORGANIZER;CN="
        + from
        + ";SENT-BY=\"mailto:"
        + from
        + "\":mailto:"
        + from
        + "\r\nATTENDEE;CN=Bola:mailto:bola@elsewhere.example\r\n"
        + "END:VEVENT\r\nEND:VCALENDAR\r\n"
        + "------canary-laptop.home.lan--\r\n";
  }

  private void write(String from, String subject) throws IOException {
    byte[] raw = letter(from, subject).getBytes(UTF_8);
    assertThat(MailClient.send(smtp(), from, "coalition@lists.example", raw)).startsWith("250");
  }

  private JsonObject letIn(Stream convening, String subject) throws Exception {
    JsonObject hold =
        convening
            .soon(Stream.put("holds", subject))
            .getJsonObject("put")
            .getJsonArray("holds")
            .stream()
            .map(JsonObject.class::cast)
            .filter(h -> subject.equals(h.getString("subject")))
            .findFirst()
            .orElseThrow();
    amina.post(W + "/holds/" + hold.getString("id") + "/approval", new JsonObject());
    return soon(dara, W + "/lists/coalition/threads?limit=100", subject);
  }

  /** Where a thing of this operation may be: each name that is known is tried. */
  private static List<String> paths(ContractOperations.Operation o, List<String> ids) {
    String path = o.path().replace("{w}", "code-of-practice").replace("{n}", "1");
    if (path.indexOf('{') < 0) {
      return List.of(path);
    }
    return ids.stream()
        .map(id -> path.replace("{kind}", "thread").replaceAll("\\{[a-z]+}", id))
        .toList();
  }

  private static void holds(String what, String said) {
    String plain = said.replace("=\r\n", "").toLowerCase(Locale.ROOT);
    for (String canary : CANARIES) {
      assertThat(plain).as("%s tells %s", what, canary).doesNotContain(canary);
    }
  }

  private void holdEverywhere(List<String> ids) throws IOException {
    List<String> read = new ArrayList<>();
    for (ContractOperations.Operation o : new ContractOperations(base).all()) {
      if (!o.method().equals("GET") || o.id().equals("streamEvents")) {
        continue;
      }
      for (String path : paths(o, ids)) {
        Browser.Reply reply = dara.get(path);
        if (reply.status() == 200) {
          read.add(o.id());
          holds(o.id() + " " + path, reply.text());
        }
      }
    }
    assertThat(read)
        .contains(
            "getThread",
            "listThreads",
            "downloadOriginal",
            "downloadAttachment",
            "getCopyDifferences",
            "listActivity",
            "listInboxItems",
            "getFormattedEntry");
  }

  @Test
  void nothingTellsACompanyWhereALetterCameFrom() throws Exception {
    try (Stream live = dara.follow(W + "/events");
        Stream convening = amina.follow(W + "/events")) {
      told(live, convening);
    }
  }

  private void told(Stream live, Stream convening) throws Exception {
    write(STRANGER, "A stranger asks");
    JsonObject thread = letIn(convening, "A stranger asks");
    write("ngozi@savanna.example", "A member tells");
    JsonObject own = soon(dara, W + "/lists/coalition/threads?limit=100", "A member tells");

    List<String> ids = new ArrayList<>(List.of("coalition"));
    for (JsonObject one : List.of(thread, own)) {
      String id = one.getString("id");
      JsonArray said = dara.get(W + "/threads/" + id).json().getJsonArray("entries");
      ids.add(id);
      ids.add(said.getJsonObject(0).getString("id"));
    }
    holdEverywhere(ids);
    feeds();
    for (String asked : List.of("hearing", "from:canary", "from:%22uche+okeke%22", "from:okeke")) {
      holds(asked, dara.get(W + "/search?q=" + asked).text().replace(asked, ""));
    }
    assertThat(found(dara, "from:okeke")).as("by name").isPositive();
    assertThat(found(dara, "from:canary")).as("by host").isZero();
    assertThat(found(amina, "from:canary")).as("by a convenor").isPositive();
    live.frames().forEach(frame -> holds("stream", frame.encode()));

    assertThat(amina.get(W + "/threads/" + ids.get(1)).text())
        .as("a convenor sees who it is")
        .contains(STRANGER);
    assertThat(amina.get(W + "/entries/" + ids.get(2) + "/original").text())
        .contains("canary-laptop.home.lan");
    orders();
    digest(convening);
    for (Sent sent : sent()) {
      if (sent.isTo("dara@")) {
        holds("a letter", sent.text());
        holds("a letter as text", sent.parsed().text());
      }
    }
  }

  /** What a program reads at a secret address, and the letters of a week. */
  private void feeds() {
    JsonObject made = dara.post(W + "/feeds", new JsonObject().put("name", "Mine")).json();
    for (String form : List.of("atom", "json", "calendar", "actionsAtom", "issuesAtom")) {
      String path = URI.create(made.getString(form)).getPath();
      Browser.Reply reply = new Browser(base).get(path);
      assertThat(reply.status()).as(form).isEqualTo(200);
      holds(form, reply.text());
    }
    for (String weekly : List.of("activity", "updates")) {
      Browser.Reply reply = dara.get(W + "/weekly/" + weekly);
      assertThat(reply.status()).as(weekly).isEqualTo(200);
      holds(weekly, reply.text());
    }
  }

  private static int found(Browser who, String question) {
    Browser.Reply reply = who.get(W + "/search?q=" + question);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().getInteger("found");
  }

  private void orders() throws IOException {
    String order =
        """
        From: <dara@brightline.example>\r
        Subject: x\r
        \r
        index coalition\r
        search hearing\r
        """;
    MailClient.send(
        smtp(),
        "dara@brightline.example",
        "code-of-practice+control@lists.example",
        order.getBytes(UTF_8));
    awaitCopy("Uche Okeke", "dara@");
  }

  private void digest(Stream convening) throws Exception {
    JsonObject daily = new JsonObject().put("mode", "DIGEST");
    assertThat(dara.post(W + "/lists/coalition/my-mail", daily).status()).isEqualTo(201);
    write(STRANGER, "For the digest");
    Objects.requireNonNull(letIn(convening, "For the digest"));
    someMorning(
        () ->
            sent().stream()
                .filter(l -> l.isTo("dara@"))
                .map(Sent::text)
                .filter(l -> l.contains("For the digest") && l.contains("Digest"))
                .findFirst());
  }
}
