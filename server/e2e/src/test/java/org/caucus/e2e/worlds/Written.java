package org.caucus.e2e.worlds;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.platform.eventlog.Vault;
import org.caucus.workspace.CommandDispatcher;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/**
 * What becomes of letters that one seat writes: to each place, in answer to what it got, with the
 * identifiers, titles, labels and words of what is hidden from it in every part of them. The same
 * letters come in both worlds, in the hour of the story and weeks later.
 */
final class Written {
  /** So many answer addresses are written to, and so many hidden things named. */
  private static final int MOST = 4;

  /** So many letters of all there could be are written, others in each world. */
  private static final int SENT = 12;

  private final ReplyTickets tickets;

  /** With answer addresses of this installation. */
  Written(Vault vault) {
    this.tickets = new ReplyTickets(vault, InstantSource.fixed(View.NOW));
  }

  /** What was said is known anew for each world: both have one name. */
  private PostingSteps steps() {
    return new PostingSteps(
        new AddressPlan(View.DOMAIN, "+"),
        new SenderTrust(List.of(Cidr.of("127.0.0.0/8")), List.of(), Set.of()),
        (ticket, now) ->
            tickets
                .open(ticket, now)
                .map(a -> new ReplyTo(a.parent(), a.entry(), a.seat(), a.known())),
        new QuoteDetector());
  }

  /**
   * A letter.
   *
   * @param fields beside From, To and Subject; each ends its line
   */
  private record Letter(Destination to, String subject, String fields, String text) {
    @Override
    public String toString() {
      return "Subject: " + subject + "\n" + fields + "\n" + text + "\n";
    }
  }

  /**
   * What becomes of each, and what it leads to; nothing once the seat has ended.
   *
   * @param seen the commits that both worlds have, of which the seat answers the newest
   * @param hidden those that the second has alone
   */
  List<String> of(Workspace now, SeatId seat, List<Commit> seen, List<Commit> hidden) {
    if (!now.members().isActive(seat)) {
      return List.of();
    }
    List<Event> events = hidden.stream().flatMap(c -> c.events().stream()).toList();
    List<Letter> letters = new ArrayList<>();
    for (Destination to : destinations(now, seat, seen)) {
      plain(to, letters);
      events.stream()
          .flatMap(e -> Doors.made(e).stream())
          .distinct()
          .limit(MOST)
          .forEach(name -> naming(to, name, letters));
      events.stream()
          .flatMap(Written::words)
          .distinct()
          .limit(MOST)
          .forEach(words -> saying(to, words, letters));
    }
    Collections.shuffle(letters, new Random(letters.size()));
    PostingSteps steps = steps();
    Instant within = seen.getLast().at();
    return letters.stream()
        .limit(SENT)
        .map(l -> l + end(now, seat, l, steps, View.NOW) + end(now, seat, l, steps, within))
        .map(Mailbag::inOneLine)
        .map(end -> end.replaceAll("\\+r\\.\\w{26}", "+r.TICKET"))
        .map(end -> end.replaceAll("=_[0-9a-f]{32}", "=_ID")) // of parts with such tickets
        .toList();
  }

  /** Titles, and what was said. */
  private static Stream<String> words(Event event) {
    Stream<String> title =
        switch (event) {
          case ListEvent.ThreadStarted e -> Stream.of(e.subject());
          case IssueEvent.IssueOpened e -> Stream.of(e.title(), e.label());
          case UpdateEvent.UpdatePosted e -> Stream.of(e.title());
          case ActionEvent.ActionPlanned e -> Stream.of(e.title());
          default -> Stream.empty();
        };
    return Stream.concat(title, Doors.searched(event)).filter(words -> words.indexOf('\n') < 0);
  }

  private List<Destination> destinations(Workspace now, SeatId seat, List<Commit> seen) {
    List<Destination> all = new ArrayList<>();
    for (String list : List.of("coalition", "civil", "chirp-desk")) {
      all.add(at(now, list, Ref.to(Ref.Kind.LIST, list)));
    }
    all.add(at(now, "provisions", Ref.to(Ref.Kind.TRACKER, "COP")));
    all.add(at(now, "updates.chirp", Ref.to(Ref.Kind.ORGANISATION, "chirp")));
    all.add(detailed(now, "actions"));
    seen.reversed().stream()
        // it stands elsewhere in each world, and that is what a ticket names: it leads to one thing
        .map(c -> now.history().get(now.positions().get(c.id())))
        .filter(c -> ReplyTickets.canAnswer(now, c, seat))
        .limit(MOST)
        .map(c -> tickets.mint(c.sequence(), seat))
        .forEach(ticket -> all.add(detailed(now, AddressPlan.REPLY + ticket)));
    return all;
  }

  private static Destination at(Workspace now, String local, Ref thing) {
    return new Destination(local + "@" + View.DOMAIN, now.id(), thing, "");
  }

  private static Destination detailed(Workspace now, String detail) {
    Ref here = Ref.to(Ref.Kind.WORKSPACE, "cop");
    return new Destination("cop+" + detail + "@" + View.DOMAIN, now.id(), here, detail);
  }

  private static void plain(Destination to, List<Letter> letters) {
    letters.add(new Letter(to, "News", "", "Something new."));
    letters.add(new Letter(to, "Re: News", "Cc: x@elsewhere.example\r\n", "done"));
    letters.add(new Letter(to, "Call on Part III", "", "When: 2026-09-01 10:00\r\n\r\nAll."));
    letters.add(new Letter(to, "[COP-1] more", "", "State: done\r\n\r\nThat was that."));
  }

  private static void naming(Destination to, Ref name, List<Letter> letters) {
    String id = name.id();
    for (String messageId : Transcripts.messageIds(name)) {
      letters.add(new Letter(to, "Re: x", "In-Reply-To: <" + messageId + ">\r\n", "Noted."));
      letters.add(new Letter(to, "x", "Message-ID: <" + messageId + ">\r\n", "Noted."));
    }
    letters.add(new Letter(to, "[" + id + "] x", "", "Noted."));
    letters.add(new Letter(to, "x", "Cc: " + id + "@" + View.DOMAIN + "\r\n", "Noted."));
    letters.add(new Letter(to, "x", "", "Audience: " + id + "\r\n\r\nNoted."));
    letters.add(new Letter(to, "x", "", "Relates: " + id + "\r\n\r\nNoted."));
    letters.add(new Letter(to, "x", "", "Links: " + id + "\r\n\r\nNoted."));
    letters.add(new Letter(to, "x", "", "Assign: " + id + "\r\nLabels: " + id + "\r\n\r\nNoted."));
  }

  private static void saying(Destination to, String words, List<Letter> letters) {
    letters.add(new Letter(to, "Re: " + words, "", "Noted."));
    letters.add(new Letter(to, words, "", words));
    letters.add(new Letter(to, "x", "", "> " + words + "\r\n\r\nNoted."));
    letters.add(new Letter(to, "x", "", "Relates: " + words + "\r\n\r\nNoted."));
  }

  private static String end(
      Workspace now, SeatId seat, Letter letter, PostingSteps steps, Instant received) {
    String from = seat + "@home.example";
    String field =
        letter.fields().startsWith("Message-ID") ? "" : "Message-ID: <new@x.example>\r\n";
    RawLetter raw =
        RawLetter.of(
            ("From: <"
                    + from
                    + ">\r\nTo: <"
                    + letter.to().address()
                    + ">\r\nSubject: "
                    + letter.subject()
                    + "\r\n"
                    + field
                    + letter.fields()
                    + "\r\n"
                    + letter.text()
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b",
            InetAddress.ofLiteral("127.0.0.1"),
            MailAddress.of(from),
            raw,
            ParsedLetter.of(raw),
            received);
    Addressees beside = new Addressees(Addressees.of(in, List.of(letter.to().address())), Map.of());
    String person = now.members().seats().get(seat).person();
    Verdict verdict =
        steps.judge(
            PipelineContext.of(in, letter.to(), now, PipelineContext.Writer.of(person), beside));
    return verdict + told(now, seat, in, verdict).toString();
  }

  /** What it leads to: all of it is of what its author wrote, or said to them. */
  private static List<Event> told(Workspace now, SeatId seat, IncomingLetter in, Verdict verdict) {
    CommandContext act =
        new CommandContext("c", View.NOW, seat, "written", "e"); // a label is made of its beginning
    try {
      return switch (verdict) {
        case Verdict.Post v -> CommandDispatcher.decide(now, posting(in, v), act);
        default -> List.of();
      };
    } catch (Refusal no) {
      return List.of();
    }
  }

  private static Command posting(IncomingLetter in, Verdict.Post v) {
    var post =
        new LetterCommand.PostLetter(
            v.intent(), in.letter().subject(), v.text(), in.kept(), v.audience());
    return new Command.Knowing(post, v.readers().wire());
  }
}
