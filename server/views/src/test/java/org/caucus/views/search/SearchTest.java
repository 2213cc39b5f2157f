package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.views.search.analysis.TextAnalyzer;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, by whom, and what is not. */
class SearchTest {
  private final Searcher searcher = new Searcher();
  private Given given = Given.coalition();

  @AfterEach
  void close() {
    searcher.close();
  }

  private void thread(String id, String list, String subject, Audience audience) {
    given = given.and(new ListEvent.ThreadStarted(id, list, subject, audience, AMINA));
  }

  private void says(String id, String thread, SeatId seat, String text, Audience audience) {
    given =
        given.and(
            new EntryEvent.EntryPosted(
                id,
                Ref.to(Ref.Kind.THREAD, thread),
                null,
                seat,
                audience,
                text,
                Channel.WEB,
                null));
  }

  private List<String> found(SeatId seat, String question) {
    return searcher.found(given.state(), seat, question);
  }

  private void draft() {
    thread("t1", "coalition", "Memo on the draft", Audience.everyone());
    says("e1", "t1", BOLA, "The removal notice within 24 hours is too short.", Audience.everyone());
    says("e2", "t1", AMINA, "Our line: we walk out if platforms sign.", Audience.civilSociety());
    thread("t2", "chirp-desk", "Figures", Audience.withCompany("chirp"));
    says(
        "e3", "t2", CHIKA, "Notices received: 4,212 since January.", Audience.withCompany("chirp"));
  }

  @Test
  void wordsAreFoundInAnyFormAndAllMustStandThere() {
    draft();

    assertThat(found(AMINA, "notices")).containsExactly("e3", "e1");
    assertThat(found(AMINA, "Notice short")).containsExactly("e1");
    assertThat(found(AMINA, "notice walk")).isEmpty();
    assertThat(found(AMINA, "platform")).containsExactly("e2");
    assertThat(found(AMINA, "4,212")).containsExactly("e3");
  }

  @Test
  void phrasesStandAsTheyAre() {
    draft();

    assertThat(found(AMINA, "\"within 24 hours\"")).containsExactly("e1");
    assertThat(found(AMINA, "\u201cremoval notice\u201d short")).containsExactly("e1");
    assertThat(found(AMINA, "\"notice removal\"")).isEmpty();
    assertThat(found(AMINA, "\"removal notices\"")).isEmpty();
  }

  @Test
  void theSubjectOfAThreadFindsItsNewestPostThatCanBeRead() {
    draft();

    assertThat(found(AMINA, "memo")).containsExactly("e2");
    assertThat(found(CHIKA, "memo")).containsExactly("e1");
    assertThat(searcher.ask(given.state(), CHIKA, "memo").getInteger("found")).isOne();
    JsonObject hit = searcher.hits(given.state(), CHIKA, "memo").findFirst().orElseThrow();
    assertThat(hit.getInteger("matches")).isOne();
    assertThat(hit.getString("title")).isEqualTo("Memo on the draft");
    JsonObject hers = searcher.hits(given.state(), AMINA, "memo").findFirst().orElseThrow();
    assertThat(hers.getInteger("matches")).isEqualTo(2);
  }

  @Test
  void whoSaidItWhereAndWhen() {
    draft();
    EntryLetter letter =
        new EntryLetter(
            "blob",
            "1@rights.example",
            "Ada Obi <ada@rights.example>",
            false,
            List.of(new EntryLetter.Attachment(0, "memo.pdf", "application/pdf", 9)));
    Instant then = Instant.parse("2022-06-14T08:00:00Z");
    given =
        given.and(
            new ListEvent.ThreadImported(
                "t9", "civil", "Old draft", Audience.civilSociety(), AMINA, then),
            new EntryEvent.EntryImported(
                "e9",
                Ref.to(Ref.Kind.THREAD, "t9"),
                null,
                AMINA,
                Audience.civilSociety(),
                then,
                "Notice the first draft.",
                letter,
                List.of(),
                null));

    assertThat(found(AMINA, "from:bola")).containsExactly("e1");
    assertThat(found(AMINA, "from:\"press union\" notice")).containsExactly("e1");
    assertThat(found(AMINA, "from:ada@rights.example")).containsExactly("e9");
    assertThat(found(AMINA, "from:ada notice")).containsExactly("e9");
    assertThat(found(AMINA, "list:chirp-desk")).containsExactly("e3");
    assertThat(found(AMINA, "has:attachment")).containsExactly("e9");
    assertThat(found(AMINA, "notice before:2023")).containsExactly("e9");
    assertThat(found(AMINA, "notice after:2022-06-14 before:2022-06-15")).containsExactly("e9");
    assertThat(found(AMINA, "notice after:2022-07")).containsExactly("e3", "e1");
    assertThat(found(CHIKA, "from:ada")).isEmpty();
  }

  @Test
  void issuesAreFoundByWhatTheySayNow() {
    given =
        given.and(
            new IssueEvent.IssueOpened(
                "i1",
                "COP-1",
                "COP",
                "Appeals",
                "Who hears them?",
                "",
                List.of(),
                null,
                Audience.everyone(),
                AMINA));
    assertThat(found(VERA, "appeals")).containsExactly("i1");
    assertThat(found(VERA, "list:cop")).containsExactly("i1");

    given =
        given.and(
            new IssueEvent.IssueEdited("i1", "Remedies", null, null, null, null, false, null));

    assertThat(found(VERA, "appeals")).isEmpty();
    assertThat(found(VERA, "remedy")).containsExactly("i1");
  }

  @Test
  void frenchAndArabicAreFoundInTheirForms() {
    thread("t1", "coalition", "Langues", Audience.everyone());
    says(
        "fr",
        "t1",
        BOLA,
        "Nous demandons que les plateformes publient leurs décisions dans la langue de l'auteur.",
        Audience.everyone());
    thread("t2", "coalition", "لغات", Audience.everyone());
    says("ar", "t2", BOLA, "نطلب من المنصات نشر القرارات بلغة صاحب المنشور", Audience.everyone());

    assertThat(found(AMINA, "décision")).containsExactly("fr");
    assertThat(found(AMINA, "decisions")).containsExactly("fr");
    assertThat(found(AMINA, "auteur")).containsExactly("fr");
    assertThat(found(AMINA, "plateforme")).containsExactly("fr");
    assertThat(found(AMINA, "قرارات")).containsExactly("ar");
    assertThat(found(AMINA, "منصات")).containsExactly("ar");
    assertThat(TextAnalyzer.languageOf("Le projet de code est publié pour avis"))
        .isEqualTo(TextAnalyzer.Language.FR);
    assertThat(TextAnalyzer.languageOf("The draft is published for comments"))
        .isEqualTo(TextAnalyzer.Language.EN);
  }

  @Test
  void nobodyFindsWhatTheyCannotRead() {
    draft();

    assertThat(found(CHIKA, "walk")).isEmpty();
    assertThat(found(VERA, "figures")).isEmpty();
    assertThat(searcher.ask(given.state(), VERA, "figures"))
        .isEqualTo(searcher.ask(given.state(), VERA, "nobody-said-this"));
    assertThat(found(VERA, "list:chirp-desk")).isEmpty();
    assertThat(found(CHIKA, "list:coalition")).containsExactly("e1");
  }

  /** A regression others had: what was moved or narrowed was still found by search. */
  @Test
  void aMovedOrNarrowedItemIsNoLongerFoundBySearch() {
    draft();
    assertThat(found(CHIKA, "removal")).containsExactly("e1");
    assertThat(found(VERA, "removal")).containsExactly("e1");

    given =
        given.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.THREAD, "t1"),
                Audience.everyone(),
                Audience.civilSociety(),
                AMINA,
                List.of()));

    assertThat(found(CHIKA, "removal")).isEmpty();
    assertThat(found(CHIKA, "memo")).isEmpty();
    assertThat(searcher.ask(given.state(), CHIKA, "removal").getInteger("found")).isZero();
    assertThat(found(BOLA, "removal")).containsExactly("e1");

    given =
        given.and(
            new AudienceEvent.Widened(
                Ref.to(Ref.Kind.THREAD, "t1"),
                Audience.civilSociety(),
                Audience.everyone(),
                AMINA,
                null));

    assertThat(found(CHIKA, "removal")).as("an earlier entry stays closed").isEmpty();
  }

  @Test
  void anEndedSeatFindsNothingAndASuccessorAll() {
    draft();
    says("named", "t1", AMINA, "Between us two", Audience.named(List.of(AMINA, BOLA)));
    assertThat(found(BOLA, "between")).containsExactly("named");

    given = given.and(new MemberEvent.SeatEnded(BOLA));

    assertThat(found(BOLA, "removal")).isEmpty();
    SeatId heir = new SeatId("heir");
    given = given.and(Parties.seat(heir, "press", Role.MEMBER, BOLA));
    assertThat(found(heir, "between")).containsExactly("named");
    assertThat(found(new SeatId("nobody"), "removal")).isEmpty();
  }

  @Test
  void whoReadsFromTheirJoiningOnFindsFromTheirJoiningOn() {
    draft();
    SeatId late = new SeatId("late");
    given =
        given.and(
            Parties.newcomer("later", Side.CIVIL_SOCIETY),
            Parties.seat(late, "later", Role.MEMBER, null));
    thread("t5", "coalition", "After", Audience.everyone());
    says("e5", "t5", AMINA, "A new notice came.", Audience.everyone());

    assertThat(found(late, "notice")).containsExactly("e5");
  }

  /** However often a hidden post says a word, the order and the counts of others stay. */
  @Test
  void hiddenPostsMoveNothing() {
    draft();
    for (int i = 0; i < 50; i++) {
      thread("x" + i, "coalition", "Notice " + i, Audience.everyone());
      says("y" + i, "x" + i, BOLA, "notice number " + i, Audience.everyone());
    }
    JsonObject before = searcher.ask(given.state(), VERA, "notice");
    for (int i = 0; i < 50; i++) {
      says("z" + i, "x" + i, BOLA, "notice notice notice notice", Audience.civilSociety());
    }

    assertThat(searcher.ask(given.state(), VERA, "notice")).isEqualTo(before);
    assertThat(searcher.ask(given.state(), AMINA, "notice")).isNotEqualTo(before);
  }

  @Test
  void aSnippetShowsThePlaceAndNothingElseOfWhatIsAround() {
    thread("t1", "coalition", "Long", Audience.everyone());
    says(
        "e1",
        "t1",
        BOLA,
        "word ".repeat(500) + "here\nit stands " + "tail ".repeat(500),
        Audience.everyone());
    JsonArray snippet =
        searcher
            .hits(given.state(), AMINA, "stand")
            .findFirst()
            .orElseThrow()
            .getJsonArray("snippet");
    String text =
        snippet.stream().map(p -> ((JsonObject) p).getString("text")).collect(Collectors.joining());

    assertThat(text).contains("here it stands tail").startsWith("… ").endsWith(" …");
    assertThat(text.length()).isLessThan(Snippet.CHARS + 10);
    assertThat(snippet.stream().map(JsonObject.class::cast).filter(p -> p.containsKey("found")))
        .extracting(p -> p.getString("text"))
        .containsExactly("stands");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "***",
        "?",
        "()",
        "AND",
        "a AND OR NOT",
        "/.*.*.*x/",
        "(((((((((((((((((((((((((x",
        "x~9999",
        "x^99999999",
        "[a TO z]",
        "{* TO *}",
        "field:value",
        "text:notice",
        "ref:e1",
        "\"",
        "\"\"\"\"",
        "\"unclosed phrase",
        "from:",
        "from:\"\"",
        "list:",
        ":",
        "::",
        "-",
        "--x",
        "-x",
        "-\"",
        "-removal",
        "-from:vera",
        "\\",
        "\u0000",
        "\ud800",
        "\u202ex",
        "'; drop table",
        "<script>",
        "n*",
        "no?ice"
      })
  void hostileQuestionsAreWordsOrNothing(String question) {
    draft();
    try {
      assertThat(found(VERA, question)).doesNotContain("e2", "e3");
    } catch (Refusal e) {
      assertThat(e.field()).isEqualTo("q");
    }
  }

  @Test
  void largeQuestionsAreRefusedWithTheWayOut() {
    assertThatThrownBy(() -> SearchQuery.of("x".repeat(301)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("300 characters");
    assertThatThrownBy(() -> SearchQuery.of("a ".repeat(25)))
        .hasMessageContaining("The limit is 24");
    assertThatThrownBy(() -> SearchQuery.of("before:yesterday")).hasMessageContaining("2026-06-14");
    assertThatThrownBy(() -> SearchQuery.of("before:+999999999-12-31"))
        .hasMessageContaining("2026-06-14");
    assertThatThrownBy(() -> SearchQuery.of("after:-999999999-01-01"))
        .hasMessageContaining("2026-06-14");
    assertThatThrownBy(() -> SearchQuery.of("has:wings")).hasMessageContaining("attachment");
    assertThatThrownBy(() -> SearchQuery.of("  ")).hasMessageContaining("Write a word");
  }

  /** The index that was read on, commit by commit, answers as one that is made anew. */
  @Test
  void theOldViewWithLiveEventsIsTheFreshView() {
    draft();
    List<Workspace> states = SearchPropertiesTest.states(42, 120);
    for (Workspace now : states) {
      searcher.found(now, AMINA, "text");
    }
    SearchPropertiesTest.same(searcher, states.getLast());
  }
}
