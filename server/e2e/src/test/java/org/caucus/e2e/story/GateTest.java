package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.http.HttpServer;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What every request passes: other sites' pages, headers of every answer, and how often. */
@Tag("slow")
class GateTest extends OnDemo {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PARTS = "multipart/form-data; boundary=b";
  private static final int MOST_ASKED = 1_000;
  private static final String[][] FOREIGN = {
    {"Origin", "https://evil.example"},
    {"Origin", "null"},
    {"Sec-Fetch-Site", "cross-site", "Origin", "null"},
    {"Sec-Fetch-Site", "none", "Origin", "null"},
    {"Sec-Fetch-Site", "cross-site"},
    {"Sec-Fetch-Site", "same-site"},
    {"Sec-Fetch-Site", "same-origin", "Origin", "https://evil.example"},
    {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"},
  };

  private Browser seated;

  @BeforeAll
  void sitDown() {
    seated = new Browser(base);
    assertThat(seated.post("/demo/enter/amina", new JsonObject()).status()).isEqualTo(303);
  }

  /** What a mail program posts is one field; more than a form may cost is read by nothing. */
  @Test
  void aFormHasOneBudget() {
    String many = "a=1&".repeat(300) + "List-Unsubscribe=One-Click";
    String wide = "List-Unsubscribe=" + "x".repeat(9_000);
    String heavy = "x=" + "y".repeat(HttpServer.MAX_BODY_BYTES);
    assertThat(List.of(many, wide, heavy)).allSatisfy(form -> assertRefused(form, FORM, 413));
    assertThat(List.of("a=%zz", "%=%", "a=1&&&="))
        .allSatisfy(form -> assertRefused(form, FORM, 400));
    String part = "--b\r\nContent-Disposition: form-data; name=x; filename=y\r\n\r\n";
    assertRefused(part, PARTS, 404); // a form that ends early says nothing
    assertRefused(part.repeat(2_000), PARTS, 413);
    assertRefused("--b\r\n" + "x".repeat(70_000), PARTS, 413);
  }

  private void assertRefused(String form, String type, int status) {
    Browser.Reply reply = posted(form, type);
    String shown = form.substring(0, Math.min(form.length(), 12));
    assertThat(reply.status()).as(shown + " of " + form.length() + reply.text()).isEqualTo(status);
  }

  private Browser.Reply posted(String form, String type) {
    return new Browser(base).send("POST", "/api/unsubscribe/nothing", form, "Content-Type", type);
  }

  /** Method and path of every operation of the contract that changes something. */
  private static List<String[]> changes() throws IOException {
    return operations(List.of("post", "put", "patch", "delete"));
  }

  private static List<String[]> operations(List<String> asked) throws IOException {
    List<String[]> all = new ArrayList<>();
    try (InputStream yaml = GateTest.class.getResourceAsStream("/openapi.yaml")) {
      Map<String, Map<String, Map<String, Object>>> contract =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      contract
          .get("paths")
          .forEach(
              (path, methods) ->
                  methods.keySet().stream()
                      .filter(asked::contains)
                      .forEach(
                          method -> all.add(new String[] {method.toUpperCase(Locale.ROOT), path})));
    }
    assertThat(all).hasSizeGreaterThan(25);
    return all;
  }

  @Test
  void aPageThatIsAskedForWithAFormIsARefusalAndNoFault() {
    for (String type : List.of("application/x-www-form-urlencoded", "Multipart/Form-Data; x=y")) {
      for (String method : List.of("GET", "HEAD")) {
        assertThat(seated.send(method, "/api/session", null, "Content-Type", type).status())
            .as(method + type)
            .isEqualTo(400);
      }
    }
  }

  @Test
  void noChangeIsTakenFromAnotherSitesPage() throws IOException {
    int refused = 0;
    for (String[] change : changes()) {
      String path = change[1].replace("{w}", "code-of-practice").replaceAll("\\{\\w+}", "1");
      for (String[] foreign : FOREIGN) {
        Browser.Reply reply = seated.send(change[0], path, "{}", foreign);
        assertThat(reply.status()).as(change[0] + path).isEqualTo(403);
        assertThat(reply.text()).contains("a page of another site");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(150);
    assertThat(seated.post("/demo/enter/dara", new JsonObject(), FOREIGN[0]).status())
        .isEqualTo(403);
  }

  /** Two people at one computer: a page of the one acts by nobody's cookie but theirs. */
  @Test
  void noOperationIsDoneForAPageOfAnotherSignIn() throws IOException {
    Browser desk = Browser.seated(base, "tobi");
    String tobis = desk.cookie("caucus-who");
    desk.post("/demo/enter/dara", new JsonObject());
    String daras = desk.cookie("caucus-who");
    assertThat(daras).isNotEqualTo(tobis);
    String before = desk.get(W).text();
    for (String[] one : operations(List.of("get", "head", "post", "put", "patch", "delete"))) {
      String path = one[1].replace("{w}", "code-of-practice").replaceAll("\\{\\w+}", "1");
      String body = one[0].equals("GET") ? null : "{}";
      Browser.Reply reply = desk.send(one[0], path, body, "Caucus-Sign-In", tobis);
      assertThat(reply.status()).as(one[0] + path).isEqualTo(409);
      assertThat(reply.json().getString("type")).isEqualTo("other-sign-in");
      assertThat(reply.header("Caucus-Sign-In")).isEqualTo(daras);
      assertThat(reply.header("Set-Cookie")).as(one[0] + path).isEmpty();
    }
    assertThat(desk.get(W).text()).isEqualTo(before);
    assertThat(desk.get(W + "/events?sign-in=" + tobis).status()).isEqualTo(409);
    assertThat(desk.get(W + "?sign-in=" + daras).status()).isEqualTo(200);
  }

  @Test
  void aWholeNumberIsWrittenInDigits() {
    String upload = new JsonObject().put("name", "a.txt").put("size", 4).encode();
    String id = seated.send("POST", W + "/uploads", upload).json().getString("id");
    for (String odd : List.of("0e0", "0.0", "00", "-0.0", "1e0", "0e999", ".0", "0.")) {
      byte[] four = {1, 2, 3, 4};
      assertThat(seated.put(W + "/uploads/" + id + "/pieces/" + odd, four).status()).isEqualTo(404);
      assertThat(seated.get(W + "/entries/x/attachments/" + odd).status()).isEqualTo(404);
      assertThat(seated.get(W + "/activity?limit=" + odd).status()).as(odd).isEqualTo(400);
    }
    assertThat(seated.get(W + "/activity?limit=5").status()).isEqualTo(200);
  }

  @Test
  void aPageThatIsNobodysMayReadAndHearsWhoseItIs() {
    Browser.Reply read = seated.send("GET", "/api/me", null, "Caucus-Sign-In", "none");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Caucus-Sign-In")).isEqualTo(seated.cookie("caucus-who"));
    assertThat(seated.send("DELETE", "/api/session", null, "Caucus-Sign-In", "none").status())
        .isEqualTo(409);
    assertThat(seated.get("/api/me").status()).as("nothing was ended").isEqualTo(200);
    assertThat(program("amina@").get("/api/me?sign-in=none").status()).isEqualTo(200);
  }

  /** A page that stays open over the upgrade, and one that a slow line has the browser open. */
  @Test
  void aPageOfTheBuildBeforeReadsOnAndActsOnceItIsLoadedAgain() {
    String[] ofPage = {
      "Accept", "application/json, application/problem+json", "Sec-Fetch-Mode", "cors"
    };
    assertThat(seated.send("GET", "/api/me", null, ofPage).status()).isEqualTo(200);
    JsonObject thread = new JsonObject().put("subject", "Agenda").put("text", "Part I");
    Browser.Reply act = seated.post(W + "/lists/coalition/threads", thread, ofPage);
    assertThat(act.status()).isEqualTo(409);
    assertThat(act.json().getString("type")).isEqualTo("other-sign-in");
    assertThat(act.json().getString("detail")).contains("updated after this page was loaded");
  }

  @Test
  void whoSignsOutLeavesNothingThatWasAnswered() {
    Browser desk = Browser.seated(base, "tobi");
    Browser.Reply out = desk.delete("/api/session");
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\"");
    assertThat(desk.cookie("caucus-who")).isEmpty();
  }

  @Test
  void aCookieThatDoesNotSayWhereItComesFromChangesNothing() {
    String path = W + "/lists/coalition/threads";
    JsonObject thread = new JsonObject().put("subject", "Agenda").put("text", "Part I");
    assertThat(seated.post(path, thread, "Sec-Fetch-Site", "").status()).isEqualTo(403);
    assertThat(seated.post(path, thread, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(201);
    assertThat(seated.post(path, thread).status()).isEqualTo(201);
    assertThat(amina.post(path, thread).status()).as("a program with a token").isEqualTo(201);
  }

  @Test
  void neitherAnswersNorTheStreamAreReadByAnotherSitesPage() throws Exception {
    for (String path : List.of(W, W + "/events", W + "/activity", "/api/me")) {
      for (String site : List.of("cross-site", "same-site")) {
        for (String mode : List.of("no-cors", "cors", "navigate")) {
          Browser.Reply reply =
              seated.send(
                  "GET",
                  path,
                  null,
                  "Sec-Fetch-Site",
                  site,
                  "Sec-Fetch-Mode",
                  mode,
                  "Sec-Fetch-Dest",
                  "iframe");
          assertThat(reply.status()).as(path + mode).isEqualTo(403);
        }
      }
    }
    seated.follow(W + "/events", "Sec-Fetch-Site", "same-origin").close();
    Browser.Reply followed =
        seated.send(
            "GET",
            "/api/me",
            null,
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Dest",
            "document");
    assertThat(followed.status()).as("a link in a web mailer").isEqualTo(200);
  }

  @Test
  void everyAnswerCarriesTheSameGuards() {
    Matcher asset = Pattern.compile("/assets/[\\w.-]+\\.js").matcher(seated.get("/").text());
    assertThat(asset.find()).isTrue();
    for (String path :
        List.of(
            "/",
            "/w/code-of-practice",
            asset.group(),
            "/api/me",
            W,
            W + "/issues/none",
            "/api/nothing",
            "/demo",
            "/health",
            "/assets/missing.js",
            W + "/activity?limit=x")) {
      Browser.Reply reply = seated.get(path);
      assertThat(reply.header("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .contains("require-trusted-types-for 'script'", "trusted-types svelte-trusted-html")
          .doesNotContain("unsafe", "*", "http:", "https:");
      assertThat(reply.header("access-control-allow-origin")).as(path).isEmpty();
      assertThat(reply.header("x-content-type-options")).as(path).isEqualTo("nosniff");
      assertThat(reply.header("referrer-policy")).as(path).isEqualTo("no-referrer");
      assertThat(reply.header("cross-origin-opener-policy")).as(path).isEqualTo("same-origin");
      assertThat(reply.header("cross-origin-resource-policy")).as(path).isEqualTo("same-origin");
      assertThat(reply.header("permissions-policy")).as(path).contains("camera=()", "usb=()");
    }
  }

  @Test
  void whoAsksTooOftenWaitsAndNobodyElseDoes(@TempDir Path own) throws Exception {
    int port = Ports.free();
    Map<String, String> environment = StoryServer.environment(own, port, "smtp://127.0.0.1:9");
    environment.put("CAUCUS_REQUESTS_PER_MINUTE", "10");
    environment.put("CAUCUS_TRUSTED_PROXIES", "127.0.0.0/8");
    try (Wiring wiring = new Wiring(Settings.from(environment::get)).start(List.of())) {
      URI here = URI.create("http://127.0.0.1:" + port);
      Browser vera = new Browser(here, token(wiring, "vera@northwind.example"));
      Browser chika = new Browser(here, token(wiring, "chika@savanna.example"));
      Browser.Reply last = null;
      for (int i = 0; i < 11; i++) {
        last = vera.send("GET", "/api/me", null, "X-Forwarded-For", "192.0.2.1");
      }
      assertThat(last.status()).isEqualTo(429);
      assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 60);
      assertThat(last.json().getString("title")).isEqualTo("Too many attempts");
      assertThat(chika.get("/api/me").status()).isEqualTo(200);

      Browser anyone = new Browser(here);
      // on a busy machine some time passes between them, and then a few more are good
      for (int i = 0; i < 101 || (last.status() == 200 && i < MOST_ASKED); i++) {
        last = anyone.send("GET", "/robots.txt", null, "X-Forwarded-For", "1.2.3.4, 192.0.2.2");
      }
      assertThat(last.status()).as("one address").isEqualTo(429);
      assertThat(last.header("retry-after")).isNotEmpty();
      assertThat(anyone.send("GET", "/robots.txt", null, "X-Forwarded-For", "192.0.2.3").status())
          .as("another address by the same proxy")
          .isEqualTo(200);
    }
  }

  private static String token(Wiring wiring, String address) {
    var person = wiring.persons().ensure(address, "A person").await();
    return wiring.tokens().mint(person.id(), "script").await();
  }
}
