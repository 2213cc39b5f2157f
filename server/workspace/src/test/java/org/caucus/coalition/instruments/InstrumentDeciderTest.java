package org.caucus.coalition.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Drafting;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Who puts a text on the table, what becomes of its provisions, and what hangs on them. */
class InstrumentDeciderTest {
  private static final String FIRST =
      """
      PART I
      1. This Code is called the Code of Practice.
      2. Content is removed within 24 hours of notice.
      (a) A platform keeps a record of each notice.
      (b) A platform tells the person concerned.
      PART II
      3. The agency reports once a year.
      """;

  private static Given adopted() {
    return Given.coalition().does(Parties.AMINA, Drafting.adopt("code", true, null, FIRST));
  }

  private static Instrument code(Given now) {
    return now.state().instruments().find("code").orElseThrow();
  }

  private static String id(Given now, String path) {
    return code(now).provision(path).orElseThrow();
  }

  @Test
  void anAdoptedTextIsForEveryoneAndItsPiecesJoinedAreItsText() {
    Given now = adopted();

    assertThat(code(now).audience()).isEqualTo(Audience.everyone());
    Edition edition = code(now).shown();
    assertThat(edition.text()).isEqualTo(FIRST);
    assertThat(edition.textSha256()).isEqualTo(InstrumentDecider.sha256(FIRST));
    assertThat(edition.placed().stream().map(Placed::path))
        .containsExactly("i", "i.1", "i.2", "i.2.a", "i.2.b", "ii", "ii.3");
    assertThat(edition.placed().get(4).label()).isEqualTo("I/2(b)");
  }

  @Test
  void provisionsHaveIdsThatFollowFromTheTextAndAreTwiceTheSame() {
    List<String> once = ids(adopted());

    assertThat(once).doesNotHaveDuplicates().hasSize(7).isEqualTo(ids(adopted()));
  }

  private static List<String> ids(Given now) {
    return code(now).shown().placed().stream().map(Placed::provision).toList();
  }

  @Test
  void aProvisionOutlivesItsEditionWhereItsWordsOrItsNumberAndMostWordsStay() {
    Given first = adopted();
    String second =
        """
        PART I
        1. This Code is called the Code of Practice.
        2. Content is removed within 72 hours of notice.
        (a) A platform tells the person concerned.
        PART II
        3. Whoever runs a cinema buys tickets for children.
        """;

    Given next = first.does(Parties.AMINA, Drafting.adopt("code", false, null, second));

    assertThat(code(next).editions()).hasSize(2);
    assertThat(code(next).state(code(next).editions().getFirst()))
        .isEqualTo(Edition.State.SUPERSEDED);
    assertThat(id(next, "i.2")).isEqualTo(id(first, "i.2")); // reworded
    assertThat(id(next, "i.2.a")).isEqualTo(id(first, "i.2.b")); // renumbered
    assertThat(id(next, "i.2.b")).isEqualTo(id(first, "i.2.b")); // its old path leads to it
    assertThat(id(next, "ii.3")).isNotEqualTo(id(first, "ii.3")); // another provision
    // words of both editions are held once
    assertThat(code(next).editions().getLast().placed().get(1).storedText())
        .isSameAs(code(next).editions().getFirst().placed().get(1).storedText());
  }

  @Test
  void theSameTextIsNoNewEditionAndAnotherCannotTakeItsAddress() {
    Given now = adopted();

    assertThat(
            now.when(Parties.AMINA, Drafting.adopt("code", false, null, FIRST))
                .refused(Refusal.Kind.CONFLICT)
                .why())
        .isEqualTo("This is the same text as the last edition. Nothing was adopted.");
    now.when(Parties.AMINA, Drafting.adopt("code", true, null, "1. Other.\n"))
        .refused(Refusal.Kind.INVALID, "address");
    now.when(Parties.AMINA, Drafting.adopt("chirp", true, null, "1. Other.\n"))
        .refused(Refusal.Kind.INVALID, "address");
  }

  @Test
  void onlyItsKeeperAndConvenorsChangeIt() {
    Given now = Given.coalition().does(Parties.BOLA, Drafting.adopt("code", true, null, FIRST));
    var change =
        new InstrumentCommand.ChangeInstrument(
            "code", Instrument.Kind.LAW, "The Code", "", null, null, null, null);

    now.when(Parties.CHIKA, change).refused(Refusal.Kind.FORBIDDEN);
    assertThat(code(now.does(Parties.BOLA, change)).about())
        .isEqualTo(
            new Instrument.Details(
                Instrument.Kind.LAW, "The Code", null, "The agency", "en", null));
    assertThat(code(now.does(Parties.AMINA, change)).title()).isEqualTo("The Code");
  }

  @Test
  void whoCannotReadItFindsNothing() {
    Given now =
        Given.coalition()
            .does(Parties.AMINA, Drafting.adopt("code", true, Audience.civilSociety(), FIRST));

    now.when(Parties.CHIKA, new InstrumentCommand.WithdrawEdition("code", 1, ""))
        .refused(Refusal.Kind.ABSENT);
    now.when(Parties.CHIKA, new InstrumentCommand.WithdrawEdition("never", 1, ""))
        .refused(Refusal.Kind.ABSENT);
    assertThat(InstrumentPresenter.all(now.state(), Parties.CHIKA)).isEmpty();
  }

  @Test
  void aWithdrawnEditionStaysAndTheOneBeforeItStandsAgain() {
    Given now =
        adopted()
            .does(Parties.AMINA, Drafting.adopt("code", false, null, "1. All of it is new.\n"))
            .does(Parties.AMINA, new InstrumentCommand.WithdrawEdition("code", 2, "Taken back."));

    assertThat(code(now).shown().number()).isEqualTo(1);
    assertThat(code(now).state(code(now).editions().getLast())).isEqualTo(Edition.State.WITHDRAWN);
    now.when(Parties.AMINA, new InstrumentCommand.WithdrawEdition("code", 2, ""))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void whatHangsOnAProvisionIsSeenByThoseWhoReadIt() {
    Given now = withIssue(Audience.civilSociety(), "Part I 2(b)");
    Ref issue = issue(now);
    var cite = new InstrumentCommand.CiteProvision("code", "i.2.b", issue);

    now.when(Parties.CHIKA, cite).refused(Refusal.Kind.ABSENT);
    Given linked = now.does(Parties.AMINA, cite);

    assertThat(counts(linked, true)).containsExactly(id(linked, "i.2.b"));
    assertThat(counts(linked, false)).isEmpty();
    linked.when(Parties.AMINA, cite).refused(Refusal.Kind.CONFLICT);
    Given removed =
        linked.does(Parties.AMINA, new InstrumentCommand.RemoveCitation("code", "i.2.b", issue));
    assertThat(counts(removed, true)).isEmpty();
  }

  private static List<String> counts(Given now, boolean civil) {
    return List.copyOf(
        Hanging.of(now.state(), code(now), civil ? Parties.AMINA : Parties.CHIKA)
            .counts()
            .keySet());
  }

  @Test
  void wordsThatNameOneProvisionAreOfferedAsALink() {
    assertThat(suggested("Part I 2(b)")).containsExactly("i.2.b");
    assertThat(suggested("2(b)")).containsExactly("i.2.b");
    assertThat(suggested("9(z)")).isEmpty();
    assertThat(suggested("the whole of it is wrong")).isEmpty();
  }

  private static List<String> suggested(String words) {
    Given now = withIssue(Audience.civilSociety(), words);
    return ProvisionSuggestion.of(now.state(), issue(now), Parties.AMINA).stream()
        .map(cited -> cited.placed().path())
        .collect(Collectors.toList());
  }

  private static Ref issue(Given now) {
    return now.state().issues().byId().values().iterator().next().ref();
  }

  private static Given withIssue(Audience audience, String provision) {
    return adopted()
        .does(
            Parties.AMINA,
            new IssueCommand.OpenIssue(
                "COP", "Too short", "", provision, List.of(), null, audience, null));
  }
}
