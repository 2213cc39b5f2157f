package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.workspace.Commit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Answers as mail programs put them together ({@code mail/clients.txt}): what somebody wrote is
 * done, whatever their program puts around it, and nothing that they quote is.
 */
@Tag("slow")
class ClientShapesTest extends ClientShapes {
  /** Something of an action that is new for each answer. */
  private abstract class OfAction implements Tried {
    private String id = "";

    @Override
    public String to() {
      id =
          office.submit(
              "amina",
              new ActionCommand.PlanAction(
                  Action.Kind.CALL,
                  "Joint call",
                  "On part four.",
                  null,
                  new Action.When(null, null, ZoneId.of("UTC")),
                  "",
                  Audience.everyone()));
      return ticketOf("bola");
    }

    Action action() {
      return office.state().actions().find(id).orElseThrow();
    }

    boolean isSilent() {
      return office.state().entries().under(action().ref()).isEmpty();
    }
  }

  @Test
  void oneWordSaysThatOneComes() throws IOException {
    var comes =
        new OfAction() {
          @Override
          public boolean isDone() {
            var said = action().presence().answers().get(office.seats.get("bola").value());
            return said != null && said.answer() == Answer.WILL && isSilent();
          }
        };
    assertThat(misread(BOLA, "Yes", comes)).isEmpty();
  }

  @Test
  void anOrganisationSaysThatItTakesPart() throws IOException {
    var takesPart =
        new OfAction() {
          @Override
          public boolean isDone() {
            var said = action().commitments().get("press");
            return said != null && said.note().equals("two speakers") && isSilent();
          }
        };
    assertThat(misread(BOLA, "We will: two speakers", takesPart)).isEmpty();
  }

  @Test
  void oneWordMutes() throws IOException {
    var mutes =
        new OfAction() {
          @Override
          public boolean isDone() {
            var habits = office.state().lists().habits();
            return habits.wish(office.seats.get("bola"), action().ref()) == ThreadPreference.MUTE
                && isSilent();
          }
        };
    assertThat(misread(BOLA, "Mute", mutes)).isEmpty();
  }

  @Test
  void minutesAreWhatWasWritten() throws IOException {
    var minutes =
        new OfAction() {
          @Override
          public String to() {
            return super.to().replace("@", "+minutes@");
          }

          @Override
          public boolean isDone() {
            var kept = action().presence().minutes();
            return kept.size() == 1
                && kept.getFirst().text().contains("We agreed on 48 hours.\nAmina writes.")
                && Stream.of("Checklist", "wrote", "Sent", "iPhone", "---", "Original", "From:")
                    .noneMatch(kept.getFirst().text()::contains);
          }
        };
    assertThat(misread(BOLA, "We agreed on 48 hours.\nAmina writes.", minutes)).isEmpty();
  }

  @Test
  void aLineIsTickedAndThoseThatAreQuotedAreNot() throws IOException {
    var ticks =
        new Tried() {
          private String id = "";

          @Override
          public String to() {
            List<ChecklistItem> checks =
                List.of(
                    new ChecklistItem("Call the agency", false),
                    new ChecklistItem("Ask the desk", false));
            id =
                office.submit(
                    "amina",
                    new IssueCommand.OpenIssue(
                        "COP",
                        "24 hours",
                        "Too short.",
                        "",
                        List.of(),
                        null,
                        Audience.everyone(),
                        null,
                        List.of(),
                        new IssuePatch(null, null, null, null, checks, null),
                        false));
            return ticketOf("bola");
          }

          @Override
          public boolean isDone() {
            var after = office.state().issues().find(id).orElseThrow().facets().checklist();
            return after.getFirst().done() && !after.getLast().done();
          }
        };
    assertThat(misread(BOLA, "- [x] Call the agency", ticks)).isEmpty();
  }

  /** Something of an update that is new for each answer. */
  private abstract class OfUpdate implements Tried {
    private final String person;
    private String id = "";

    OfUpdate(String person) {
      this.person = person;
    }

    @Override
    public String to() {
      id =
          office.submit(
              "chika",
              new UpdateCommand.PostUpdate(
                  null,
                  Update.Kind.POSITION,
                  Update.Stage.IN_REVIEW,
                  "On the notice period",
                  "We ask for 72 hours.",
                  Update.Attribution.BACKGROUND,
                  Audience.everyone(),
                  null));
      return ticketOf(person);
    }

    Update update() {
      return office.state().updates().find(id).orElseThrow();
    }

    <E extends UpdateEvent> List<E> last(Class<E> type) {
      return office.state().history().getLast().events().stream()
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }
  }

  @Test
  void oneWordSaysThatItWasRead() throws IOException {
    var read =
        new OfUpdate("bola") {
          @Override
          public boolean isDone() {
            return last(UpdateEvent.UpdateAcknowledged.class).size() == 1
                && office.state().entries().under(update().ref()).isEmpty();
          }
        };
    assertThat(misread(BOLA, "Read", read)).isEmpty();
  }

  @Test
  void aQuestionIsAsked() throws IOException {
    var asks =
        new OfUpdate("bola") {
          @Override
          public boolean isDone() {
            return last(UpdateEvent.QuestionAsked.class).size() == 1;
          }
        };
    assertThat(misread(BOLA, "Question: who decides?", asks)).isEmpty();
  }

  @Test
  void aLiaisonSaysHowFarItIs() throws IOException {
    var stage =
        new OfUpdate("chika") {
          @Override
          public boolean isDone() {
            var reached = last(UpdateEvent.StageReached.class);
            return update().stage() == Update.Stage.DECIDED
                && reached.size() == 1
                && Stream.of("Checklist", "Sent", "From:", ">")
                    .noneMatch(reached.getFirst().note()::contains);
          }
        };
    assertThat(misread(CHIKA, "Stage: decided", stage)).isEmpty();
  }

  @Test
  void anOrderIsOneLine() throws IOException {
    var orders =
        new Tried() {
          @Override
          public String to() {
            return "cop+control@caucus.example";
          }

          @Override
          public boolean isDone() {
            var obeyed = office.events(LetterEvent.LetterObeyed.class);
            return !obeyed.isEmpty()
                && obeyed.getLast().lines().size() == 1
                && obeyed.getLast().done();
          }
        };
    assertThat(misread(BOLA, "set coalition digest", orders)).isEmpty();
  }

  @Test
  void whatWasPostedIsTakenBack() throws IOException {
    var recalls =
        new Tried() {
          private int many;

          @Override
          public String to() throws IOException {
            many = office.events(AudienceEvent.class).size();
            mail(BOLA, "coalition@caucus.example", "Counts " + many, "For us alone: " + many);
            Commit posted = office.state().history().getLast();
            return office
                .recalls
                .ways(office.state(), posted, office.seats.get("bola"))
                .orElseThrow()
                .address()
                .toString();
          }

          @Override
          public boolean isDone() {
            return office.events(AudienceEvent.class).size() == many + 1;
          }

          @Override
          public String quoted() {
            return "or by replying to this email with the word undo on a line of its own.\n"
                + NOTICE;
          }
        };
    assertThat(misread(BOLA, "Recall", recalls)).isEmpty();
  }

  @Test
  void aConvenorLetsALetterIn() throws IOException {
    var decides =
        new Tried() {
          private Hold hold;

          @Override
          public boolean needsQuote() {
            return true;
          }

          @Override
          public String to() throws IOException {
            String subject = "May I join " + office.state().letters().holds().size();
            mail("uche@stranger.example", "coalition@caucus.example", subject, "The call?");
            hold =
                office.state().letters().holds().values().stream()
                    .filter(h -> h.subject().equals(subject))
                    .findFirst()
                    .orElseThrow();
            return "cop+decide@caucus.example";
          }

          @Override
          public boolean isDone() {
            return office.state().letters().find(hold.id()).orElseThrow().state()
                == Hold.State.APPROVED;
          }

          @Override
          public String quoted() {
            return "Or reply to this email with one of these words alone on the first line:\n"
                + "  approve   it is posted\n\nLeave this code in your answer:\n\n    "
                + office.codes.of(office.workspace, hold, office.seats.get("amina"))
                + "\n";
          }
        };
    assertThat(misread("amina@rights.example", "Approve", decides)).isEmpty();
  }
}
