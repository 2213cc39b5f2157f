package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.mail.ChecklistLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checklist of an issue by mail alone: begun, ticked, added to, taken off. */
class ChecklistByMailTest extends LetterWriting {
  private void writes(String from, String subject, String more, String text) throws IOException {
    mail(from, TRACKER, subject, more, text);
  }

  @Test
  void anAnswerAddsLinesToAChecklistAndTicksOthers() throws IOException {
    writes(BOLA, "Hearing", "", "Before it:\n\n- [ ] Ask the desk\n- [+] Read the draft");
    String id = issue("COP-1").id();
    writes(
        CHIKA,
        "Re: Hearing",
        answers(id),
        "- [+] Write the memo, and have it\n  read\n- [x] 1\n- [ ] Sleep\n\n> - [+] Not this\n");

    assertThat(issue("COP-1").facets().checklist())
        .containsExactly(
            new ChecklistItem("Ask the desk", true),
            new ChecklistItem("Read the draft", false),
            new ChecklistItem("Write the memo, and have it read", false));
    writes(BOLA, "Re: Hearing", answers(id), "- [+] read the draft");
    assertThat(refused())
        .containsExactly("One of the new items is already in the checklist. Nothing was changed.");
    assertThat(issue("COP-1").facets().checklist()).hasSize(3);
  }

  @Test
  void anAnswerBeginsAChecklistThatHasAnEnd() throws IOException {
    String id = opened(Audience.everyone());
    writes(BOLA, "Re: x", answers(id), "- [+] Ask the desk");
    assertThat(issue("COP-1").facets().checklist())
        .containsExactly(new ChecklistItem("Ask the desk", false));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append("- [+] Ask desk ").append(i).append('\n');
    }
    writes(BOLA, "Re: x", answers(id), many.toString());

    assertThat(refused())
        .containsExactly("This checklist is too long. The limit is 100 items. Remove some items.");
    assertThat(issue("COP-1").facets().checklist()).hasSize(1);
  }

  /** As many as a letter has room for: to compare each with each would hold up all mail. */
  @Test
  void moreLinesThanAChecklistHasAreNotComparedOneByOne() throws IOException {
    String id = opened(Audience.everyone());
    writes(BOLA, "Re: x", answers(id), "- [+] Ask the desk");
    for (String box : List.of("+", "-", "x")) {
      StringBuilder many = new StringBuilder();
      for (int i = 100_000; i < 190_000; i++) {
        many.append("-[").append(box).append(']').append(i).append('\n');
      }
      writes(BOLA, "Re: x", answers(id), many.toString());

      assertThat(refused())
          .as(box)
          .containsExactly(
              "This checklist is too long. The limit is 100 items. Remove some items.");
    }
    assertThat(issue("COP-1").facets().checklist()).hasSize(1);
  }

  @Test
  void linesWithABoxAreTheChecklistOfWhatIsOpened() throws IOException {
    String text =
        """
        Priority: high

        Before the hearing:

        - [ ] Ask the desk which form it wants, and
          whether a copy is enough
        - [x] Read the draft

        By Monday.\
        """;
    send("checks@press.example", BOLA, TRACKER, "Hearing", "", text);

    Issue issue = issue("COP-1");
    assertThat(issue.facets().checklist())
        .containsExactly(
            new ChecklistItem(
                "Ask the desk which form it wants, and whether a copy is enough", false),
            new ChecklistItem("Read the draft", true));
    assertThat(issue.description()).isEqualTo("Before the hearing:\n\n\nBy Monday.");
    send("checks@press.example", BOLA, TRACKER, "Hearing", "", text);
    assertThat(office.events(IssueEvent.IssueOpened.class)).as("the same letter again").hasSize(1);
  }

  @Test
  void anAnswerTicksALineByItsWordsOrItsNumber() throws IOException {
    writes(BOLA, "Hearing", "", "- [ ] Ask the desk\n- [ ] Read the draft\n- [ ] Write the memo");
    String id = issue("COP-1").id();
    assertThat(issue("COP-1").description()).as("nothing else was said").contains("- [ ] Ask");
    writes(
        CHIKA,
        "Re: Hearing",
        answers(id),
        "- [x] ask the desk\n- [X] 3.\n\nDone.\n\n> - [x] Read the draft\n");

    assertThat(issue("COP-1").facets().checklist())
        .extracting(ChecklistItem::done)
        .containsExactly(true, false, true);
    writes(BOLA, "Re: Hearing", answers(id), "- [ ] Ask the desk\n- [ ] And call them\n\nNot yet.");
    assertThat(issue("COP-1").facets().checklist())
        .as("a line that is not there is said and not added")
        .containsExactly(
            new ChecklistItem("Ask the desk", false),
            new ChecklistItem("Read the draft", false),
            new ChecklistItem("Write the memo", true));
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(3);
  }

  @Test
  void anAnswerTakesALineOff() throws IOException {
    writes(BOLA, "Hearing", "", "- [ ] Ask the desk\n- [x] Read the draft\n- [ ] Write the memo");
    String id = issue("COP-1").id();
    writes(
        CHIKA,
        "Re: Hearing",
        answers(id),
        """
        - [x] 3
        - [-] ask the desk
        - [+] Call the desk

        It is closed.

        > - [-] Read the draft\
        """);

    assertThat(issue("COP-1").facets().checklist())
        .containsExactly(
            new ChecklistItem("Read the draft", true),
            new ChecklistItem("Write the memo", true),
            new ChecklistItem("Call the desk", false));
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);
    writes(BOLA, "Re: Hearing", answers(id), "\u2013 [\u2013] 1.\n\u2022 [-] Write the memo.");
    assertThat(issue("COP-1").facets().checklist())
        .containsExactly(new ChecklistItem("Call the desk", false));
  }

  @Test
  void whatIsTakenOffAndIsNoLineRefusesAllOfIt() throws IOException {
    writes(BOLA, "Hearing", "", "- [ ] Ask the desk\n- [ ] Read the draft");
    String id = issue("COP-1").id();
    writes(BOLA, "Re: x", answers(id), "- [-] Ask teh desk\n- [x] 2\n- [-] 7");

    assertThat(refused())
        .containsExactly(
            ASKS_WRONGLY + ChecklistLines.NO_LINE_OFF,
            AGAIN + "\n    - [x] 2\n    - [-] Ask the desk");
    assertThat(issue("COP-1").facets().checklist())
        .containsExactly(
            new ChecklistItem("Ask the desk", false), new ChecklistItem("Read the draft", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2013 [x] Ask the desk",
        "\u2022 [X] ask the desk.",
        "* [x] Ask\u00a0the desk",
        "-[x]Ask the desk",
        "- [ x ] Ask the desk",
        "\u200f- [x] Ask the desk\u200f",
        "- \uff3bx\uff3d Ask the desk",
        "- [\u2713] Ask the desk",
        "- [x] \u0661",
        "- [x] 1)",
      })
  void aBoxIsOneHoweverAPhoneSetsIt(String line) throws IOException {
    writes(BOLA, "Hearing", "", "- [ ] Ask the desk\n- [ ] Read the draft");
    writes(BOLA, "Re: x", answers(issue("COP-1").id()), line);

    assertThat(issue("COP-1").facets().checklist())
        .containsExactly(
            new ChecklistItem("Ask the desk", true), new ChecklistItem("Read the draft", false));
  }

  @Test
  void whatIsTickedAndIsNoLineRefusesAllOfIt() throws IOException {
    writes(BOLA, "Hearing", "", "- [ ] Ask the desk\n- [ ] Read the draft");
    String id = issue("COP-1").id();
    writes(BOLA, "Re: x [priority=low]", answers(id), "- [x] Ask teh desk\n- [x] 2\n- [x] Sleep");

    assertThat(refused())
        .containsExactly(
            ASKS_WRONGLY + ChecklistLines.NO_LINE,
            AGAIN + "\n    - [x] Ask the desk\n    - [x] 2" + "\n    Subject: … [priority=low]");
    assertThat(issue("COP-1").facets().checklist()).noneMatch(ChecklistItem::done);
    assertThat(issue("COP-1").facets().priority().name()).isEqualTo("NORMAL");
  }

  @Test
  void withoutAChecklistABoxIsAWordLikeOthers() throws IOException {
    String id = opened(Audience.everyone());
    writes(BOLA, "Re: 24 hours", answers(id), "- [x] We agree\n- [ ] They do");

    assertThat(Objects.requireNonNull(issue("COP-1")).facets().checklist()).isEmpty();
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @Test
  void aChecklistHasAnEnd() throws IOException {
    writes(BOLA, "Hearing", "", "All of it:\n" + "- [ ] Again\n".repeat(101));

    assertThat(refused())
        .containsExactly("This checklist is too long. The limit is 100 items. Remove some items.");
    assertThat(office.events(IssueEvent.IssueOpened.class)).isEmpty();
  }
}
