package org.caucus.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.polls.BallotCommand;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What the demo's coalition has done so far. People, organisations and their words are invented;
 * what is said of the draft is paraphrased: it was issued on 13 June 2022 and has six parts; Part I
 * asks for information on court order and removal within 24 hours of notice; Part III asks
 * platforms of over 100,000 users to incorporate locally, keep a contact address and name a liaison
 * officer, and there are annual compliance reports; civil society met online on 21 June 2022.
 */
final class DemoHistory {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

  private final DemoWorkspace coalition;

  DemoHistory(DemoWorkspace coalition) {
    this.coalition = coalition;
  }

  void tell() {
    new DemoDraft(coalition).adopt();
    welcome();
    meeting();
    removal();
    sources();
    officer();
    reports();
    memo();
    updates();
    actions();
    commitments();
    poll();
  }

  private void welcome() {
    String welcome =
        thread(
            "amina",
            "coalition",
            "Welcome, and how we use this list",
            """
            Dear all,

            this workspace is for our joint response to the draft Code of Practice that was issued on \
            13 June 2022. Everyone here works on the same matter; who reads what is written above \
            every box. Please share what your organisation is doing, even when it is small.

            All organisations and texts in this demo are invented or paraphrased.

            Amina\
            """);
    answer(
        "dara",
        welcome,
        "Thank you for having us. We post what we can under Updates, and follow this list.");
    answer(
        "ingrid",
        welcome,
        "We can help with the comparison to other jurisdictions. A first table next week.");
  }

  private void meeting() {
    String notes =
        thread(
            "ngozi",
            "civil",
            "Notes of the online meeting on 21 June",
            """
            Colleagues,

            in short: strong agreement that removal within 24 hours of notice invites over-removal; \
            open question what "notice" has to contain; Part III's threshold of 100,000 users reaches \
            small forums too. The memo should ask for a longer consultation.

            Ngozi\
            """);
    answer(
        "halima",
        notes,
        "I would add journalists' sources: information on court order needs a safeguard.");
    answer("rafael", notes, "Agreed. I will draft that paragraph.");
    thread(
        "ngozi",
        "brightline-table",
        "Questions for the joint call",
        "Dara, Omar: how many notices a day could the team review by hand?");
  }

  private void removal() {
    String removal =
        issue(
            "ngozi",
            "COP",
            "Removal within 24 hours of notice",
            "What has to be in a notice, who may send one, and what happens when it was wrong?"
                + " The draft gives one day and no appeal.",
            "Part I: removal within 24 hours of notice",
            List.of("ngozi"),
            LocalDate.now(LAGOS).plusDays(9),
            Audience.everyone());
    comment(
        "yuki",
        removal,
        "A quarter of the notices we get lack a link to the content. A form would help both"
            + " sides.");
    comment("kelechi", removal, "Then the memo should ask for a form with a minimum of fields.");
  }

  private void sources() {
    issue(
        "halima",
        "COP",
        "Information on court order: sources of journalists",
        "Ask for notice to the person concerned and for a judge's reasons.",
        "Part I: information on court order",
        List.of("halima", "rafael"),
        LocalDate.now(LAGOS).plusDays(5),
        Audience.everyone());
  }

  private void officer() {
    String officer =
        issue(
            "tobi",
            "COP",
            "Liaison officer and local incorporation from 100,000 users",
            "The threshold counts visitors, not accounts. Which of our members' forums would fall"
                + " under it?",
            "Part III: platforms of over 100,000 users",
            List.of("tobi"),
            null,
            Audience.everyone());
    coalition.act(
        "tobi",
        new IssueCommand.EditIssue(
            officer, null, null, null, null, IssueState.IN_PROGRESS, null, false, null));
  }

  private void reports() {
    String reports =
        issue(
            "ingrid",
            "COP",
            "Annual compliance reports: what should be in them",
            "Compare with what other reporting duties ask for.",
            "Part III: annual compliance reports",
            List.of("ingrid"),
            null,
            Audience.everyone());
    coalition.act(
        "ingrid",
        new IssueCommand.CloseIssue(
            reports, IssueState.DONE, "The comparison table is in the thread; closing."));
    issue(
        "kelechi",
        "COP",
        "Which companies speak first in the session",
        "To settle among ourselves before the call.",
        "",
        List.of("kelechi"),
        null,
        Audience.civilSociety());
  }

  private void memo() {
    issue(
        "amina",
        "MEMO",
        "First full draft of the memo",
        "Sections: process, Part I, Part III, what we ask for.",
        "",
        List.of("amina", "ngozi"),
        LocalDate.now(LAGOS).plusDays(3),
        null);
    issue(
        "rafael",
        "MEMO",
        "Paragraph on safeguards for sources",
        "Two paragraphs at most.",
        "",
        List.of("rafael"),
        null,
        null);
  }

  private void updates() {
    coalition.act(
        "dara",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.ACTION,
            Update.Stage.IN_REVIEW,
            "We asked the agency for a technical meeting",
            "Our policy team asked for a meeting on how notices are to be delivered."
                + " No date yet; we will say when there is one.",
            Update.Attribution.ON_RECORD,
            Audience.everyone(),
            null));
    coalition.act(
        "omar",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.POSITION,
            Update.Stage.NOTED,
            "How many notices we could review by hand",
            "About four hundred a working day with the present team. Please do not quote the"
                + " figure.",
            Update.Attribution.BACKGROUND,
            Audience.withCompany("brightline"),
            null));
  }

  private void actions() {
    String review =
        action(
            "amina",
            Action.Kind.REVIEW,
            "Review session: the six parts, one by one",
            at(-2, 10),
            "Online",
            Audience.everyone());
    String outcome = "Comments on all six parts; eleven points for the memo.";
    coalition.act(
        "amina",
        new ActionCommand.EditAction(
            review, null, null, null, Action.State.DONE, null, null, null, outcome));
  }

  private void commitments() {
    String memo =
        action(
            "ngozi",
            Action.Kind.SUBMISSION,
            "Submit the memo to the agencies",
            at(6, 16),
            "By hand and by mail",
            Audience.civilSociety());
    commit("ngozi", memo, Commitment.Answer.WILL, "We print and deliver.");
    commit("rafael", memo, Commitment.Answer.WILL, "");
    Action.Kind conference = Action.Kind.PRESS_CONFERENCE;
    String press =
        action(
            "halima",
            conference,
            "Press conference on the draft",
            at(8, 11),
            "Harbour House, Lagos",
            Audience.everyone());
    commit("halima", press, Commitment.Answer.WILL, "Halima chairs.");
    commit("tobi", press, Commitment.Answer.MAY, "");
    String call =
        action(
            "ingrid",
            Action.Kind.CALL,
            "Joint call with the platforms",
            at(3, 15),
            "Link follows on the list",
            Audience.everyone());
    commit("dara", call, Commitment.Answer.WILL, "Dara and Omar.");
    commit("kelechi", call, Commitment.Answer.WILL, "");
  }

  private static Instant at(int days, int hour) {
    return LocalDate.now(LAGOS)
        .plusDays(days)
        .atTime(LocalTime.of(hour, 0))
        .atZone(LAGOS)
        .toInstant();
  }

  private String thread(String by, String list, String subject, String text) {
    return coalition
        .act(by, new ListCommand.StartThread(list, subject, Post.web(text, null, null)))
        .thing();
  }

  private void answer(String by, String thread, String text) {
    coalition.act(by, new ListCommand.AnswerThread(thread, Post.web(text, null, null)));
  }

  private String issue(
      String by,
      String tracker,
      String title,
      String description,
      String provision,
      List<String> assignees,
      @Nullable LocalDate due,
      @Nullable Audience audience) {
    List<SeatId> seats = assignees.stream().map(coalition::seat).toList();
    return coalition
        .act(
            by,
            new IssueCommand.OpenIssue(
                tracker, title, description, provision, seats, due, audience, null))
        .thing();
  }

  private void comment(String by, String issue, String text) {
    coalition.act(by, new IssueCommand.CommentIssue(issue, Post.web(text, null, null)));
  }

  /** Whether to sign the memo as it stands: two agree, and one of them with a concern. */
  private void poll() {
    String poll =
        coalition
            .act(
                "amina",
                new PollCommand.OpenPoll(
                    Poll.Kind.CONSENT,
                    "Do we hand in the memo as it stands?",
                    "The text of Thursday, with the paragraph on safeguards for sources.",
                    List.of(),
                    Poll.VoiceOf.ORGANISATION,
                    null,
                    new Poll.Quorum(60, false),
                    at(5, 18),
                    Poll.Silence.COUNTS_AS_NOTHING,
                    Poll.Shown.LIVE,
                    LAGOS,
                    Audience.civilSociety()))
            .thing();
    answer("ngozi", poll, BallotValue.Stance.AGREE, "");
    answer(
        "rafael",
        poll,
        BallotValue.Stance.AGREE_WITH_CONCERN,
        "Part III is long. A summary on top would help.");
  }

  private void answer(String by, String poll, BallotValue.Stance stance, String reason) {
    coalition.act(
        by, new BallotCommand.CastBallot(poll, BallotValue.of(stance), reason, Channel.WEB));
  }

  private String action(
      String by,
      Action.Kind kind,
      String title,
      Instant starts,
      String place,
      @Nullable Audience audience) {
    Action.When when = new Action.When(starts, starts.plusSeconds(5_400), LAGOS);
    return coalition
        .act(by, new ActionCommand.PlanAction(kind, title, "", null, when, place, audience))
        .thing();
  }

  private void commit(String by, String action, Commitment.Answer answer, String note) {
    coalition.act(by, new ActionCommand.Commit(action, null, answer, note));
  }
}
