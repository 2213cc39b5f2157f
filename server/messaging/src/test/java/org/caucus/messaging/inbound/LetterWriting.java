package org.caucus.messaging.inbound;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/** Tests in which members of a coalition write letters, over real SMTP, and read the answers. */
abstract class LetterWriting extends AtInboundPostOffice {
  static final String BOLA = "bola@press.example";
  static final String CHIKA = "chika@chirp.example";
  static final String TRACKER = "provisions@caucus.example";
  static final String ACTIONS = "cop+actions@caucus.example";
  static final String DESK = "updates.chirp@caucus.example";
  static final String POLLS = "cop+polls@caucus.example";

  private int sent;

  void mail(String from, String to, String subject, String text) throws IOException {
    mail(from, to, subject, "", text);
  }

  /** With more header fields, each with its line end. */
  void mail(String from, String to, String subject, String more, String text) throws IOException {
    send("l" + ++sent + "@letters.example", from, to, subject, more, text);
  }

  void send(String id, String from, String to, String subject, String more, String text)
      throws IOException {
    String type = more.contains("Content-Type:") ? "" : "Content-Type: text/plain; charset=utf-8\n";
    office.transcript.clear();
    office.post(
        from,
        to,
        "From: <"
            + from
            + ">\nTo: <"
            + to
            + ">\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + id
            + ">\nMIME-Version: 1.0\n"
            + type
            + more
            + "\n"
            + text
            + "\n");
  }

  /** Begins the reason with a letter's own lines, and the reasons with a rule. */
  static final String AGAIN = HeaderReading.again("").english().strip();

  static final String AUDIENCE_REFUSED = begin(RefusalMessages::audienceRefused);
  static final String ASKS_WRONGLY = begin(RefusalMessages::asksWrongly);
  static final String ASKS_UPDATE_WRONGLY = begin(RefusalMessages::asksUpdateWrongly);
  static final String ASKS_COURSE_WRONGLY = begin(RefusalMessages::asksCourseWrongly);
  static final String ASKS_ACTION_WRONGLY = begin(RefusalMessages::asksActionWrongly);

  private static String begin(UnaryOperator<Message> reason) {
    return reason.apply(Message.of("reasons.as-written", "text", "")).english();
  }

  /** Why the last letter that was refused was. */
  List<String> refused() {
    return office.events(LetterEvent.LetterRefused.class).getLast().reasons().stream()
        .map(Message::english)
        .toList();
  }

  int refusals() {
    return office.events(LetterEvent.LetterRefused.class).size();
  }

  Issue issue(String label) {
    return office.state().issues().find(label).orElseThrow();
  }

  /** An issue of somebody else's. */
  String opened(Audience audience) {
    return office.submit(
        "amina",
        new IssueCommand.OpenIssue(
            "COP", "24 hours", "Too short.", "", List.of(), null, audience, null));
  }

  /** The header field of an answer to it. */
  static String answers(String thing) {
    return "In-Reply-To: <" + thing + "@caucus.example>\n";
  }

  /** Where somebody answers what happened last. */
  String ticketOf(String person) {
    return ticketOf(person, office.state().history().getLast().sequence());
  }

  String ticketOf(String person, long commit) {
    return office.tickets.address(
        "cop", InboundPostOffice.DOMAIN, commit, office.seats.get(person));
  }
}
