package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in, joining, leaving and deciding are done once, and by the one who may. */
@Tag("slow")
class KeysTest extends OnDemo {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6}) is your sign-in code");
  private static final Pattern LINK = Pattern.compile("http://\\S+/join/([\\w.]+)");

  @Test
  void signingInIsDoneOnceUnderItsKey() throws Exception {
    Browser omar = new Browser(base);
    JsonObject address = new JsonObject().put("address", "omar@brightline.example");
    String key = "a-fresh-key-for-omar";
    String asked = asking(omar, address, key);
    assertThat(asking(omar, address, key)).isEqualTo(asked);
    String code = code("omar@brightline.example");
    assertThat(asking(new Browser(base), address, "another-fresh-key")).isNotEqualTo(asked);

    Browser.Reply first = entering(omar, code, key);
    Browser.Reply again = entering(omar, code, key);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("set-cookie")).isEqualTo(first.header("set-cookie"));
    assertThat(entering(omar, code, "a-third-fresh-key").status()).isEqualTo(403);
    assertThat(omar.get("/api/me").status()).isEqualTo(200);
    assertThat(omar.delete("/api/session").status()).isEqualTo(204);
    assertThat(entering(omar, code, key).status()).as("an ended session stays so").isEqualTo(403);
  }

  private static String asking(Browser who, JsonObject address, String key) {
    Browser.Reply reply = who.post("/api/sign-in/codes", address, "Idempotency-Key", key);
    assertThat(reply.status()).isEqualTo(202);
    return reply.header("set-cookie");
  }

  private static Browser.Reply entering(Browser who, String code, String key) {
    return who.post("/api/sign-in", new JsonObject().put("code", code), "Idempotency-Key", key);
  }

  /** The one code that was mailed to an address. */
  private String code(String address) throws Exception {
    await().atMost(Clocks.LONG).until(() -> !codes(address).isEmpty());
    Thread.sleep(300); // a second one would have been sent by now
    assertThat(codes(address)).hasSize(1);
    return codes(address).getFirst();
  }

  private List<String> codes(String address) throws IOException {
    return sent().stream()
        .filter(l -> l.isTo(address))
        .map(l -> CODE.matcher(l.text()))
        .filter(Matcher::find)
        .map(code -> code.group(1))
        .toList();
  }

  @Test
  void endingASeatAndDecidingOnALetterAreDoneOnceUnderTheirKeys() throws Exception {
    String name = "Kelechi";
    mail("civil", "First of two", "Message-ID: <f2@savanna.example>\r\n");
    soon(amina, W + "/lists/civil/threads", "First of two");
    Browser ngozi = as("ngozi@");
    for (String verb : List.of("approval", "refusal")) {
      String more = "In-Reply-To: <f2@savanna.example>\r\n";
      mail("coalition", "Held for " + verb, more);
      JsonObject held = soon(ngozi, W + "/holds", "Held for " + verb);
      String path = W + "/holds/" + held.getString("id") + "/" + verb;
      once(ngozi, path, verb.equals("refusal") ? "{\"note\":\"Not here.\"}" : null, 201);
    }
    JsonArray seats = amina.get(W).json().getJsonArray("seats");
    String seat =
        seats.stream()
            .map(JsonObject.class::cast)
            .filter(s -> s.getString("name").startsWith(name))
            .findFirst()
            .orElseThrow()
            .getString("id");
    once(amina, W + "/seats/" + seat + "/end", null, 200);
  }

  private static void once(Browser who, String path, String body, int status) {
    String key = "key-of-" + path.substring(path.length() - 20).replace('/', '-');
    Browser.Reply first = who.send("POST", path, body, "Idempotency-Key", key);
    String then = who.get(W).json().getString("position");
    Browser.Reply again = who.send("POST", path, body, "Idempotency-Key", key);
    Browser.Reply other = who.send("POST", path, body, "Idempotency-Key", key + "-other");

    assertThat(first.status()).as(path + first.text()).isEqualTo(status);
    assertThat(again.status()).as(path + again.text()).isEqualTo(status);
    assertThat(again.text()).as(path).isEqualTo(first.text());
    assertThat(other.status()).as(path).isIn(404, 409);
    assertThat(who.get(W).json().getString("position")).as(path).isEqualTo(then);
  }

  /** The link in the invitation to this address. */
  private String invited(String address, String organisation) {
    JsonObject invitation =
        new JsonObject().put("address", address).put("organisation", organisation);
    amina.post(W + "/invitations", invitation.put("role", "MEMBER")).id();
    return await()
        .atMost(Clocks.LONG)
        .until(() -> link(address), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> link(String address) throws IOException {
    return sent().stream()
        .filter(l -> l.isTo(address))
        .map(l -> LINK.matcher(l.text().replace("=\r\n", "")))
        .filter(Matcher::find)
        .map(link -> "/api/invitations/" + link.group(1) + "/acceptance")
        .findFirst();
  }

  @Test
  void anInvitationIsTakenOnceUnderItsKeyAndByNobodySignedInAsAnother() {
    String link = invited("sade@savanna.example", "savanna");
    String name = new JsonObject().put("name", "Sade").encode();
    Browser other = seated("/demo/enter/yuki");
    assertThat(other.send("POST", link, name).status()).isEqualTo(403);

    Browser sade = new Browser(base);
    Browser.Reply first = sade.send("POST", link, name, "Idempotency-Key", "key-of-sade");
    Browser.Reply again =
        new Browser(base).send("POST", link, name, "Idempotency-Key", "key-of-sade");
    Browser.Reply late =
        new Browser(base).send("POST", link, name, "Idempotency-Key", "key-of-late");

    assertThat(first.status()).isEqualTo(201);
    assertThat(sade.get(W).json().getString("seat")).isEqualTo(first.id());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("set-cookie")).isEmpty();
    assertThat(late.status()).isEqualTo(404);
  }

  @Test
  void ofManyWhoTakeOneInvitationAtOnceOneHasTheSeatAndASession() throws Exception {
    String link = invited("femi@savanna.example", "savanna");
    String name = new JsonObject().put("name", "Femi").encode();
    List<Future<Browser.Reply>> all;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      all =
          IntStream.range(0, 8)
              .mapToObj(i -> many.submit(() -> new Browser(base).send("POST", link, name)))
              .toList();
    }

    List<Browser.Reply> replies = new ArrayList<>();
    for (Future<Browser.Reply> each : all) {
      replies.add(each.get());
    }
    assertThat(replies).filteredOn(r -> r.status() == 201).hasSize(1);
    assertThat(replies).filteredOn(r -> !r.header("set-cookie").isEmpty()).hasSize(1);
    assertThat(replies).extracting(Browser.Reply::status).isSubsetOf(201, 404, 409);
    assertThat(amina.get(W).json().getJsonArray("seats"))
        .filteredOn(s -> ((JsonObject) s).getString("name").equals("Femi"))
        .hasSize(1);
  }

  @Test
  void aForwardedInvitationOpensNothingThatThePersonHadBefore() {
    JsonObject own = new JsonObject().put("slug", "sealed").put("name", "Sealed");
    JsonObject convenor = new JsonObject().put("slug", "lantern").put("name", "Lantern");
    own.put("organisation", convenor.put("side", "CIVIL_SOCIETY")).put("convenor", "Amina");
    assertThat(amina.post("/api/workspaces", own).status()).isEqualTo(201);
    String sealed = "/api/workspaces/sealed";
    JsonObject invitation =
        new JsonObject().put("address", "halima@harbour.example").put("organisation", "lantern");
    amina.post(sealed + "/invitations", invitation.put("role", "MEMBER")).id();
    String link =
        await()
            .atMost(Clocks.LONG)
            .until(() -> link("halima@harbour.example"), Optional::isPresent)
            .orElseThrow();
    String name = new JsonObject().put("name", "Halima").encode();

    Browser colleague = new Browser(base);
    Browser.Reply taken = colleague.send("POST", link, name);

    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.header("set-cookie")).isEmpty();
    assertThat(colleague.get(W).status()).isEqualTo(401);
    assertThat(as("halima@").get(sealed).json().getString("seat")).isEqualTo(taken.id());
  }

  /** A browser in which somebody took a seat of the demo. */
  private Browser seated(String path) {
    Browser browser = new Browser(base);
    assertThat(browser.send("POST", path, null).status()).isEqualTo(303);
    return browser;
  }
}
