package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.smtp.server.SmtpServerSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets: a clear answer, and nothing lost. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
  /** A picture of 32 by 32 pixels, all black: PNG in base64. */
  private static final String SQUARE =
      "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAQAAAABbAUdZAAAADElEQVR42mNgGNwAAACgAAGO+7G0"
          + "AAAAAElFTkSuQmCC";

  /** What is done to a conversation, and to no other thread. */
  private static final Set<String> CONVERSING = Set.of("addToConversation", "leaveConversation");

  private static final String W = "/api/workspaces/code-of-practice";
  private static final Set<String> LIAISONS =
      Set.of("createUpdate", "correctUpdate", "setUpdateStage", "retractUpdate", "setCompanyRule");

  @TempDir static Path data;

  private Demo demo;
  private URI base;
  private Browser amina;
  private Browser dara;
  private int smtp;
  private ContractOperations contract;

  @BeforeAll
  void start() throws IOException {
    Settings settings = Settings.from(StoryServer.environment(data, Ports.free(), "")::get);
    demo = Demo.start(settings, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    JsonObject file = new JsonObject(Files.readString(data.resolve("demo.json")));
    base = URI.create(file.getString("baseUrl"));
    smtp = file.getJsonObject("smtp").getInteger("port");
    contract = new ContractOperations(base);
  }

  /** Anew, for some operations end a session. */
  @BeforeEach
  void takeSeats() {
    amina = Browser.seated(base, "amina");
    dara = Browser.seated(base, "dara");
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @Test
  void anOversizeLetterIsRefusedAtItsDataAndTheLimitAnnounced() throws IOException {
    int limit = SmtpServerSettings.DEFAULT_MAX_LETTER_OCTETS;
    byte[] head = "From: <ngozi@savanna.example>\r\nSubject: Big\r\n\r\n".getBytes(US_ASCII);
    byte[] letter = Arrays.copyOf(head, limit + 1_000);
    for (int i = head.length; i < letter.length; i++) {
      letter[i] = (byte) (i % 76 == 75 ? '\n' : i % 76 == 74 ? '\r' : 'a');
    }
    try (MailClient client = new MailClient(smtp)) {
      assertThat(client.ask("EHLO again.example")).contains("SIZE " + limit);
      assertThat(client.ask("MAIL FROM:<ngozi@savanna.example> SIZE=" + (limit + 1)))
          .startsWith("552");
    }
    assertThat(MailClient.send(smtp, "ngozi@savanna.example", "coalition@lists.example", letter))
        .startsWith("552");
  }

  @Test
  void anUnknownRecipientIsRefusedAtRcpt() throws IOException {
    byte[] letter = "Subject: x\r\n\r\nx\r\n".getBytes(US_ASCII);
    for (String to : List.of("nobody@lists.example", "coalition@elsewhere.example")) {
      assertThat(MailClient.send(smtp, "ngozi@savanna.example", to, letter)).startsWith("550");
    }
  }

  @Test
  void aBrokenLetterIsPostedAndItsOriginalIsThereByteForByte() throws Exception {
    byte[] letter =
        String.join(
                "\r\n",
                "From: <ngozi@savanna.example>",
                "To: <coalition@lists.example>",
                "Subject: =?utf-8?B?broken",
                "Message-ID: <broken@savanna.example>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=\"never\"",
                "",
                "--never",
                "Content-Type: text/plain; charset=no-such-charset",
                "Content-Transfer-Encoding: base64",
                "",
                "!!! caf\u00e9 not base64 \u00ff",
                "")
            .getBytes(ISO_8859_1);
    assertThat(MailClient.send(smtp, "ngozi@savanna.example", "coalition@lists.example", letter))
        .startsWith("250");
    byte[] original = new byte[0];
    for (int i = 0; i < 1_200 && original.length == 0; i++) {
      Thread.sleep(50);
      JsonObject newest =
          amina.get(W + "/lists/coalition/threads").json().getJsonArray("items").getJsonObject(0);
      JsonObject thread = amina.get(W + "/threads/" + newest.getString("id")).json();
      String href = thread.getJsonArray("entries").getJsonObject(0).getString("original");
      if (href != null) {
        original = amina.get(href).body().getBytes();
      }
    }
    assertThat(new String(original, ISO_8859_1)).endsWith(new String(letter, ISO_8859_1));
  }

  @Test
  void anUnknownFieldAndAWrongTypeAreNamedInPlainWords() {
    String issues = W + "/trackers/COP/issues";
    Browser.Reply unknown = amina.post(issues, new JsonObject().put("title", "x").put("tilte", 1));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().getString("field")).isEqualTo("tilte");
    assertThat(unknown.json().getString("detail")).contains("tilte", "not a known name");

    Browser.Reply wrong = amina.post(issues, new JsonObject().put("title", 24));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().getString("field")).isEqualTo("title");
    assertThat(wrong.json().getString("detail")).contains("title", "text", "number");

    Browser.Reply missing = amina.post(issues, new JsonObject().put("description", "x"));
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().getString("field")).isEqualTo("title");
    assertThat(missing.json().getString("detail")).contains("title", "missing");

    Browser.Reply query = amina.get(W + "/activity?limit=many");
    assertThat(query.status()).isEqualTo(400);
    assertThat(query.json().getString("field")).isEqualTo("limit");
    assertThat(amina.send("POST", issues, "{not json").status()).isEqualTo(400);
  }

  @Test
  void aStaleEditIsAnsweredWithTheCurrentState() {
    String id = amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", "a")).id();
    String issue = W + "/issues/" + id;
    Object version = amina.get(issue).json().getJsonObject("issue").getInteger("version");
    dara.patch(issue, new JsonObject().put("provision", "Part III").put("version", version)).id();

    Browser.Reply stale =
        amina.patch(issue, new JsonObject().put("title", "b").put("version", version));

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().getJsonObject("current").encode()).contains("Part III");
    assertThat(amina.get(issue).json().getJsonObject("issue").getString("title")).isEqualTo("a");
  }

  @Test
  void everyOperationHasAHandling() {
    for (ContractOperations.Operation o : contract.all()) {
      String path = o.path().replace("{w}", "no-such-place").replaceAll("\\{\\w+}", "1");
      String body = body(o);
      Browser who = Browser.seated(base, "amina");
      assertThat(who.send(o.method(), path, body).status()).as(o.id()).isLessThan(500);
    }
  }

  @Test
  void everyPathOfAWorkspaceTakesTheSeatOneActsFrom() {
    for (ContractOperations.Operation o : contract.all()) {
      if (o.path().contains("{w}")) {
        String w =
            o.spec().getJsonArray("parameters").stream()
                .map(JsonObject.class::cast)
                .filter(p -> p.getString("name").equals("w"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("schema")
                .getString("pattern");
        assertThat("review~press").as(o.id()).matches(w);
      }
    }
  }

  @Test
  void whatIsHiddenIsAnsweredByteForByteLikeWhatIsNotThere() {
    Map<String, String> hidden = hidden();
    int compared = 0;
    for (ContractOperations.Operation o : contract.all()) {
      if (!o.path().matches(".*\\{(id|t|l|key|slug)}.*") || o.id().endsWith("Hold")) {
        continue;
      }
      String name = o.path().replaceAll(".*/workspaces/\\{w}/(\\w+)/.*", "$1");
      if (!hidden.containsKey(name)) {
        continue;
      }
      String body = body(o);
      String there =
          dara.send(o.method(), ContractOperations.filled(o, hidden.get(name)), body).text();
      Browser.Reply absent = dara.send(o.method(), ContractOperations.filled(o, "nothing"), body);
      assertThat(absent.status()).as(o.id()).isEqualTo(404);
      assertThat(there).as(o.id()).isEqualTo(absent.text());
      Browser.Reply malformed =
          dara.send(o.method(), ContractOperations.filled(o, "~no~id~"), body);
      assertThat(malformed.text()).as(o.id()).isEqualTo(absent.text());
      compared++;
    }
    assertThat(compared).isGreaterThan(12);
  }

  /** Things of civil society alone, by the word their paths have. */
  private Map<String, String> hidden() {
    Map<String, String> ids = new HashMap<>();
    ids.put("lists", "civil");
    ids.put("trackers", "MEMO");
    ids.put("threads", first(amina.get(W + "/lists/civil/threads")));
    ids.put("issues", first(amina.get(W + "/trackers/MEMO/issues")));
    JsonObject thread = amina.get(W + "/threads/" + ids.get("threads")).json();
    ids.put("entries", thread.getJsonArray("entries").getJsonObject(0).getString("id"));
    ids.put("mentions", ids.get("entries"));
    JsonObject action = new JsonObject().put("kind", "CALL").put("title", "c");
    ids.put("actions", amina.post(W + "/actions", action.put("audience", "CIVIL_SOCIETY")).id());
    return ids;
  }

  private static String first(Browser.Reply page) {
    return page.json().getJsonArray("items").getJsonObject(0).getString("id");
  }

  /**
   * Anyone who sees it as a company does reads, and does nothing: by no operation of the contract.
   */
  @Test
  void thePersonWhoLooksAsACompanyChangesNothing() {
    Map<String, String> hidden = hidden();
    Browser who = Browser.seated(base, "amina");
    assertThat(who.post(W + "/looks", new JsonObject().put("company", "northwind")).status())
        .isEqualTo(201);
    int tried = 0;
    List<String> done = new ArrayList<>();
    for (ContractOperations.Operation o : contract.all()) {
      boolean takes =
          o.id().matches("downloadMemberExport|exportAuditEvents|exportIssues|exportPoll");
      if (!o.path().contains("/workspaces/{w}") || (o.method().equals("GET") && !takes)) {
        continue;
      }
      String name = o.path().replaceAll(".*/workspaces/\\{w}/(\\w+)/.*", "$1");
      String path =
          ContractOperations.filled(
              o, o.id().equals("exportIssues") ? "COP" : hidden.getOrDefault(name, "x"));
      String body = body(o);
      String there = path.replace("{kind}", "issue").replaceAll("\\{\\w+}", "x");
      Browser.Reply no = who.send(o.method(), there + "?as=northwind", body);
      if (no.status() != 403) {
        done.add(o.id() + " " + no.text());
      }
      tried++;
    }
    assertThat(done).isEmpty();
    assertThat(tried).isGreaterThan(75);
  }

  private @Nullable String body(ContractOperations.Operation o) {
    if (o.id().equals("addPushDevice")) {
      return device();
    }
    if (o.id().equals("setProfilePicture")) {
      return new JsonObject().put("picture", SQUARE).encode();
    }
    if (o.id().equals("addInstrument")) {
      return new JsonObject().put("text", "1. A platform keeps a record.\n").encode();
    }
    JsonObject body = contract.body(o);
    return body == null ? null : body.encode();
  }

  /** As a browser says it, with keys in the form of RFC 8291. */
  private static String device() {
    return new JsonObject()
        .put("endpoint", "https://push.example/1")
        .put("p256dh", "B".repeat(87))
        .put("auth", "A".repeat(22))
        .put("key", "B".repeat(87))
        .encode();
  }

  private String seat(String name) {
    return amina.get(W).json().getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("name").startsWith(name))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  @Test
  void everyPostIsDoneOnceUnderItsKey() {
    Map<String, String> open = new HashMap<>();
    open.put("lists", "coalition");
    open.put("trackers", "COP");
    open.put("threads", first(amina.get(W + "/lists/coalition/threads")));
    JsonObject thread = amina.get(W + "/threads/" + open.get("threads")).json();
    open.put("entries", thread.getJsonArray("entries").getJsonObject(0).getString("id"));
    open.put("issues", first(amina.get(W + "/trackers/COP/issues")));
    JsonObject memo = new JsonObject().put("kind", "SUBMISSION").put("title", "Memo");
    open.put("actions", amina.post(W + "/actions", memo).id());
    String own =
        dara.post(W + "/updates", new JsonObject().put("title", "Rules").put("body", "New.")).id();
    dara.post(W + "/updates/" + own + "/stages", new JsonObject().put("stage", "DONE"));
    open.put("updates", own);
    String conversation =
        amina
            .post(
                W + "/lists/conversations-of-named-people/threads",
                new JsonObject()
                    .put("subject", "Between us")
                    .put("text", "Words")
                    .put("audience", "NAMED(" + seat("Amina") + "," + seat("Dara") + ")"))
            .id();
    amina.delete(W + "/my-profile/picture"); // another test may have set the same
    List<String> done = new ArrayList<>();
    // what is deleted takes no reaction
    Comparator<ContractOperations.Operation> deletesLast =
        Comparator.comparing(o -> o.id().startsWith("delete"));
    for (ContractOperations.Operation o : contract.all().stream().sorted(deletesLast).toList()) {
      String name = o.path().replaceAll(".*/workspaces/\\{w}/(\\w+)/.*", "$1");
      boolean keyed = o.spec().encode().contains("Idempotency-Key");
      if (!o.method().equals("POST") || !keyed || !known(o, open, name)) {
        continue;
      }
      Browser who = LIAISONS.contains(o.id()) ? dara : amina;
      boolean conversing = CONVERSING.contains(o.id());
      String path =
          ContractOperations.filled(o, conversing ? conversation : open.getOrDefault(name, ""));
      String body =
          o.id().equals("addToConversation")
              ? new JsonObject().put("seats", List.of(seat("Tobi"))).encode()
              : body(o);
      Browser.Reply first = who.send("POST", path, body, "Idempotency-Key", "key-of-" + o.id());
      String then = who.get(W).json().getString("position");
      Browser.Reply again = who.send("POST", path, body, "Idempotency-Key", "key-of-" + o.id());

      assertThat(first.status()).as(o.id() + first.text()).isEqualTo(201);
      assertThat(again.status()).as(o.id() + again.text()).isEqualTo(201);
      assertThat(again.lasting()).as(o.id()).isEqualTo(first.lasting());
      assertThat(who.get(W).json().getString("position")).as(o.id()).isEqualTo(then);
      done.add(o.id());
    }
    assertThat(done)
        .contains(
            "createWorkspace",
            "createInvitation",
            "createMailingList",
            "createThread",
            "addReaction",
            "markRead",
            "setCommitment");
  }

  @Test
  void everyPostOfTheContractTakesAKey() {
    assertThat(contract.all().stream().filter(o -> o.method().equals("POST")))
        .allMatch(o -> o.spec().encode().contains("Idempotency-Key"));
  }

  private static boolean known(
      ContractOperations.Operation o, Map<String, String> open, String name) {
    // what a dry run or a file must come before is tried where there is one
    return !o.path().contains("{token}")
        && !o.id().matches("changeAudience|previewRoster|previewIssueImport|createImport")
        && !o.id()
            .matches("addPushDevice|updatePushDevices") // they need keys of a browser: EndsTest
        && !o.id().matches("setEmbargo|releaseEntry") // they are for what not everyone reads
        && !o.id()
            .matches("closeWorkspace|archive.*") // nothing is done after it: ArchivedPlacesTest
        && !o.id().matches("(move|split|merge)Thread") // they need another place: ThreadsTest
        && !o.path().matches(".*(sign-in|step-up|passkeys|addresses).*")
        && (!o.path().matches(".*\\{(?!w})\\w+}.*") || open.containsKey(name));
  }
}
