package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provision, the checklist, the fields and the relations of an issue, by mail alone. */
class IssuePartsByMailTest extends LetterWriting {
  @BeforeEach
  void aTrackerHasFieldsOfItsOwn() {
    office.submit(
        "amina",
        new IssueCommand.ArrangeTracker(
            "COP",
            new TrackerConfig(
                List.of(),
                IssueState.OPEN,
                List.of(
                    new CustomField(
                        "agency", "Agency", CustomField.Kind.CHOICE, List.of("NITDA", "NCC")),
                    new CustomField(
                        "asked-by", "Asked by", CustomField.Kind.ORGANISATION, List.of()),
                    new CustomField("heard", "Heard", CustomField.Kind.DATE, List.of()),
                    new CustomField("clause", "Clause", CustomField.Kind.TEXT, List.of())))));
  }

  private void writes(String from, String subject, String more, String text) throws IOException {
    mail(from, TRACKER, subject, more, text);
  }

  @Test
  void theProvisionIsCitedPartByPart() throws IOException {
    writes(
        BOLA,
        "Appeals",
        "",
        """
        Document: Code of Practice, draft of June 2026
        Part: Part I
        Quote: “A platform shall act within
        24 hours of a notice, no matter who
        sent it.”
        Number: 3(b)
        Audience: civil society

        The draft has no appeal.\
        """);

    Issue issue = issue("COP-CS-1");
    assertThat(issue.facets().citation())
        .isEqualTo(
            new Citation(
                "Code of Practice, draft of June 2026",
                "Part I",
                "3(b)",
                "A platform shall act within 24 hours of a notice, no matter who sent it."));
    assertThat(issue.audience())
        .as("said behind a quote of several lines")
        .isEqualTo(Audience.civilSociety());
    assertThat(issue.description()).isEqualTo("The draft has no appeal.");

    writes(BOLA, "Re: Appeals [number=3(c); quote=none]", answers(issue.id()), "It moved.");
    assertThat(issue("COP-CS-1").facets().citation())
        .isEqualTo(new Citation("Code of Practice, draft of June 2026", "Part I", "3(c)", ""));
  }

  @Test
  void theFieldsOfATrackerAreLinesToo() throws IOException {
    writes(
        BOLA,
        "Appeals",
        "",
        "Agency: ncc\nAsked-by: CHIRP\nHeard: 2026-06-30\nClause: the second one\n\nSo.");

    assertThat(issue("COP-1").facets().own())
        .containsExactly(
            new CustomFieldValue("agency", "NCC"),
            new CustomFieldValue("asked-by", "chirp"),
            new CustomFieldValue("heard", "2026-06-30"),
            new CustomFieldValue("clause", "the second one"));
    writes(BOLA, "Re: x [agency=NITDA; clause=none]", answers(issue("COP-1").id()), "It changed.");
    assertThat(issue("COP-1").facets().own("agency")).contains("NITDA");
    assertThat(issue("COP-1").facets().own("clause")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Agency: NITAD | Choose one of these: NITDA, NCC. | Agency: NITDA",
        "Asked-by: chrip | There is no organisation with this short name | Asked-by: chirp",
        "Heard: 30.6.2026 | Write it as 2026-07-15. | Heard: 2026-06-30",
        "Agency: NCC ; Agency: NITDA | Agency appears more than once | Agency: NCC",
        "Blocks: the other one | Name other issues by their keys |",
        "Evidence: the memo | This evidence could not be found |",
        "Blocks: COP-1 ; Blocks: COP-1, COP-1 | Name at least one, each only once | Blocks: COP-1",
      })
  void whatIsNotUnderstoodRefusesAllOfIt(String lines, String rule, String right)
      throws IOException {
    opened(Audience.everyone());
    writes(BOLA, "Appeals", "", "Priority: low\n" + lines.replace(" ; ", "\n") + "\n\nSo.");

    assertThat(refused().getFirst()).startsWith(ASKS_WRONGLY).contains(rule);
    assertThat(refused().getLast())
        .isEqualTo(AGAIN + "\n    Priority: low" + (right == null ? "" : "\n    " + right));
    assertThat(office.events(IssueEvent.IssueOpened.class)).hasSize(1);
  }

  @Test
  void aPartOfACitationHasALength() throws IOException {
    writes(BOLA, "Appeals", "", "Number: " + "3".repeat(51) + "\nPart: Part I\n\nSo.");

    assertThat(refused().getFirst())
        .contains("This text is too long: 51 characters. The limit is 50.");
    assertThat(refused().getLast()).isEqualTo(AGAIN + "\n    Part: Part I");
  }

  @Test
  void relationsAreSaidByLabels() throws IOException {
    String first = opened(Audience.everyone());
    String second = opened(Audience.everyone());
    writes(
        BOLA,
        "Appeals",
        "",
        "Blocks: COP-1\nParent: COP-2\nEvidence: https://caucus.example/w/cop/issues/COP-1\n\nSo.");

    Ref third = issue("COP-3").ref();
    Ref one = Ref.to(Ref.Kind.ISSUE, first);
    assertThat(office.state().issues().relations(third))
        .containsExactlyInAnyOrder(
            new Relation(third, Relation.Kind.BLOCKS, one),
            new Relation(third, Relation.Kind.CHILD_OF, Ref.to(Ref.Kind.ISSUE, second)),
            new Relation(third, Relation.Kind.EVIDENCED_BY, one));
    writes(BOLA, "Re: x [duplicate=COP-3; relates=COP-2]", answers(first), "The same again.");
    assertThat(office.state().issues().relations(one))
        .contains(
            new Relation(one, Relation.Kind.DUPLICATES, third),
            new Relation(one, Relation.Kind.RELATES, Ref.to(Ref.Kind.ISSUE, second)));
    writes(BOLA, "Re: x [duplicate=COP-3]", answers(first), "Again.");
    assertThat(refused()).containsExactly("This relation already exists. Nothing was changed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocks", "duplicate", "parent", "relates", "evidence"})
  void aRelationIsTakenBackFromEitherEnd(String key) throws IOException {
    String first = opened(Audience.everyone());
    String second = opened(Audience.everyone());
    Ref one = Ref.to(Ref.Kind.ISSUE, first);
    for (String end : List.of(first, second)) {
      String other = end.equals(first) ? "COP-2" : "COP-1";
      writes(BOLA, "Re: x [" + key + "=COP-2]", answers(first), "So it is.");
      assertThat(office.state().issues().relations(one)).hasSize(1);
      writes(CHIKA, "Re: x [" + key + "=-" + other + "]", answers(end), "It is not.");
      assertThat(office.state().issues().relations(one)).isEmpty();
    }
    writes(CHIKA, "Re: x [" + key + "=-COP-2]", answers(first), "Nor now.");
    assertThat(refused())
        .containsExactly("The relation to remove does not exist. Nothing was changed.");
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(4);
  }

  @Test
  void oneIsTakenBackAndAnotherSaid() throws IOException {
    String first = opened(Audience.everyone());
    opened(Audience.everyone());
    opened(Audience.everyone());
    writes(BOLA, "Re: x [blocks=COP-2]", answers(first), "So.");
    writes(BOLA, "Re: x [blocks=-COP-2, COP-3]", answers(first), "The other one.");

    assertThat(office.state().issues().relations(issue("COP-1").ref()))
        .containsExactly(
            new Relation(issue("COP-1").ref(), Relation.Kind.BLOCKS, issue("COP-3").ref()));
    writes(BOLA, "Re: x [blocks=-COP-3, COP-3]", answers(first), "Both?");
    assertThat(refused().getFirst()).contains("Name at least one, each only once");
  }

  @Test
  void whatItsAuthorCannotReadIsTakenBackLikeWhatIsNotThere() throws IOException {
    String open = opened(Audience.everyone());
    opened(Audience.civilSociety());
    writes(BOLA, "Re: x [relates=COP-CS-1]", answers(open), "Among us.");
    writes(CHIKA, "Re: x [relates=-COP-CS-1]", answers(open), "Is there one?");
    List<String> hidden = refused();
    writes(CHIKA, "Re: x [relates=-COP-CS-7]", answers(open), "Is there one?");

    assertThat(refused())
        .isEqualTo(hidden)
        .containsExactly("Nothing has this name, or you cannot read it. Check the spelling.");
    assertThat(office.state().issues().relations(issue("COP-1").ref())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Blocks", "Duplicate", "Parent", "Relates", "Evidence"})
  void whatItsAuthorCannotReadIsLikeWhatIsNotThere(String key) throws IOException {
    opened(Audience.everyone());
    opened(Audience.civilSociety());
    writes(CHIKA, "Appeals", "", key + ": COP-1, COP-CS-1\n\nSo.");
    List<String> hidden = refused();
    writes(CHIKA, "Appeals", "", key + ": COP-1, COP-CS-7\n\nSo.");

    assertThat(refused()).isEqualTo(hidden);
    assertThat(hidden)
        .containsExactly(
            "Nothing has this name, or you cannot read it. Check the spelling.",
            AGAIN + "\n    " + key + ": COP-1");
    assertThat(office.events(IssueEvent.IssueRelated.class)).isEmpty();
    writes(CHIKA, "Appeals", "", key + ": COP-1\n\nSo.");
    assertThat(office.events(IssueEvent.IssueRelated.class)).hasSize(1);
  }

  @Test
  void aLineOfItHasAnEndHoweverOftenItIsBroken() throws IOException {
    writes(BOLA, "Hearing", "", "- [ ] Ask\n" + "  and ask once more\n".repeat(100_000));

    assertThat(refused())
        .containsExactly(
            "An item of the checklist is empty or too long. The limit is 500 characters.");
    assertThat(office.events(IssueEvent.IssueOpened.class)).isEmpty();
  }
}
