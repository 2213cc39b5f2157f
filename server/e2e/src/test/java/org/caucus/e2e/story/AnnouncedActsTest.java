package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an answer changes by its subject is told to its author alone for a minute, over a real SMTP
 * connection: others see nothing of it before, on the page or by mail.
 */
class AnnouncedActsTest extends OnUpdates {
  private static final Duration MINUTE = Duration.ofSeconds(61);
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}([a-z2-7]{26})$");

  /** A thing, and what an answer's subject changes of it. */
  private record Case(String path, String to, String before) {}

  @Override
  Map<String, String> more() {
    return Map.of("CAUCUS_MAIL_WAITS", "none"); // where an act would be seen soonest
  }

  private Case made(String kind, String title) {
    String path =
        switch (kind) {
          case "issue" ->
              "/issues/"
                  + amina
                      .post(
                          W + "/trackers/COP/issues",
                          new JsonObject().put("title", title).put("description", "Who?"))
                      .id();
          case "action" -> "/actions/" + call(title);
          default ->
              "/updates/"
                  + posted(
                      new JsonObject()
                          .put("company", "brightline")
                          .put("kind", "POSITION")
                          .put("stage", "NOTED")
                          .put("attribution", "ON_RECORD")
                          .put("title", title)
                          .put("body", "Within 48 hours."));
        };
    if (kind.equals("update")) {
      amina.post(W + path + "/entries", new JsonObject().put("text", "Is " + title + " so?")).id();
    }
    pass(MINUTE);
    String to = answersAt(title, kind.equals("update") ? DARA : NGOZI);
    return new Case(path, to, state(path));
  }

  /** What others see of it. */
  private String state(String path) {
    return state(amina, path) + state(dara, path);
  }

  private static String state(Browser who, String path) {
    JsonObject page = who.get(W + path).json();
    String kind = path.substring(1, path.indexOf("s/"));
    return page.getJsonObject(kind).encode() + said(page.getJsonArray("entries"));
  }

  private static List<String> said(JsonArray entries) {
    return entries.stream().map(e -> ((JsonObject) e).getString("text")).toList();
  }

  private static boolean isMailedToOthers(String words, String author) throws IOException {
    return sent().stream()
        .filter(letter -> !letter.isTo(author))
        .anyMatch(letter -> letter.text().contains(words));
  }

  private static RawLetter announced(String author, String words) throws IOException {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                mailed(author).stream()
                    .filter(l -> ParsedLetter.of(l).text().contains("has commands in brackets"))
                    .filter(l -> ParsedLetter.of(l).text().contains(words))
                    .findFirst()
                    .orElse(null),
            letter -> letter != null);
  }

  @ParameterizedTest
  @CsvSource({
    "issue, state=done, DONE",
    "issue, الحالة=تم, DONE",
    "issue, échéance=2030-01-31, 2030-01-31",
    "action, state=called off; outcome=We accept, We accept",
    "update, stage=decided, DECIDED",
  })
  void isSeenByItsAuthorAMinuteBeforeOthersSeeIt(String kind, String setting, String value)
      throws IOException {
    String title = "Announced " + kind + " " + setting.length() + value.length();
    String author = kind.equals("update") ? DARA : NGOZI;
    Case thing = made(kind, title);
    String words = "These words of " + title + " wait.";
    say("announced " + kind + setting, author, thing.to(), "Re: x [" + setting + "]", words);

    String told = ParsedLetter.of(announced(author, words)).text();
    assertThat(told)
        .contains("[" + setting + "]", "posted and the changes made at", "Readers will be");
    assertThat(state(thing.path())).isEqualTo(thing.before());
    assertThat(isMailedToOthers(words, author)).isFalse();

    pass(MINUTE);
    await().atMost(Clocks.LONG).until(() -> state(thing.path()).contains(value));
    if (!kind.equals("update")) {
      assertThat(state(thing.path())).contains(words);
    }
  }

  @Test
  void isNeverSeenByOthersIfItsAuthorTakesItBack() throws IOException {
    Case thing = made("issue", "Announced and taken back");
    String words = "These words are taken back.";
    say("announced, taken back", NGOZI, thing.to(), "Re: x [state=done]", words);
    ParsedLetter told = ParsedLetter.of(announced(NGOZI, words));
    Matcher code = CODE.matcher(told.text());
    assertThat(code.find()).as(told.text()).isTrue();
    String to = told.replyTo().getFirst().address().toString();
    say("no to what was announced", NGOZI, to, "Re: it", "no\n\n> " + code.group(1));
    await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                as("ngozi@").get(W + "/holds").json().getJsonArray("items").stream()
                    .noneMatch(hold -> hold.toString().contains(words)));

    pass(Duration.ofHours(1));
    String other = made("issue", "Posted after it").path();
    assertThat(state(other)).contains("Posted after it");
    assertThat(state(thing.path())).isEqualTo(thing.before());
    assertThat(isMailedToOthers(words, NGOZI)).isFalse();
  }

  @Test
  void linesAboveWordsAreTheirAuthorsAndAreDoneAtOnce() throws IOException {
    Case thing = made("issue", "Done by a line");
    say("a line at the head", NGOZI, thing.to(), "Re: x", "State: done\n\nThat was it.");

    await().atMost(Clocks.LONG).until(() -> state(thing.path()).contains("\"DONE\""));
    assertThat(List.of(thing.before())).noneMatch(s -> s.contains("\"DONE\""));
  }
}
