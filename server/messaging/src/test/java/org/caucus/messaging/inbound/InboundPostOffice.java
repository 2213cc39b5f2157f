package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.server.SmtpServer;
import org.caucus.mail.smtp.server.SmtpServerSettings;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recall.RecallTickets;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.recall.EchoRecalls;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.limits.ParsingExecutor;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/** A running installation that takes mail, on a directory that outlives it. */
final class InboundPostOffice implements AutoCloseable {
  static final String DOMAIN = "caucus.example";
  static final SenderTrust LOOPBACK =
      new SenderTrust(
          List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1")), List.of(), java.util.Set.of());

  /** Where letters are read, for all offices. */
  static final ParsingExecutor HEAVY = new ParsingExecutor(2);

  final Vertx vertx = Vertx.vertx();
  final Installation installation;
  final Blobs blobs;
  final Rooms rooms;
  final WorkspaceDirectory directory;
  final InboxRecords records;
  final OperatorMailbox shelf;
  final ReplyTickets tickets;
  final MemberAliases aliases;
  final Unsubscribe unsubscribe;
  final HoldCodes codes;
  final RecallTickets recalls;
  final InboundProcessor postmaster;
  final SmtpServer smtp;
  final Map<String, String> accounts = new HashMap<>();
  final Map<String, String> ended = new HashMap<>();
  final Map<String, SeatId> seats = new HashMap<>();
  WorkspaceId workspace;

  /** Every conversation of this installation's mail door, line by line. */
  final List<String> transcript = Collections.synchronizedList(new ArrayList<>());

  private boolean databaseAway;

  /** How much time has passed here beside that which passes. */
  volatile Duration ahead = Duration.ZERO;

  private final InstantSource began = Clocks.fromTen();

  /** An author at whose letters the machine itself gives up. */
  volatile String fatal = "";

  /** Whether what a subject changes is done when a letter has ended, as a minute later. */
  boolean passesMinutes = true;

  /** Called when a letter is read, before anything is known of it. */
  volatile Consumer<IncomingLetter> reading = incoming -> {};

  /** An author whose next letter is not read in time. */
  volatile String slow = "";

  InboundPostOffice(Path directory, SenderTrust trust) throws IOException {
    InstantSource clock = () -> began.instant().plus(ahead);
    installation = Installation.open(directory);
    blobs = new Blobs(installation.mongo(), installation.vault());
    rooms = new Rooms(installation.log(), clock, installation.bell(vertx));
    this.directory =
        new WorkspaceDirectory(
            new UniqueNames(installation.mongo(), installation.vault(), "slug"),
            new UniqueNames(installation.mongo(), installation.vault(), "address"),
            DOMAIN);
    records =
        new InboxRecords(
            installation.mongo(), installation.vault(), clock, Node.alone(installation.mongo()));
    shelf = new OperatorMailbox(installation.mongo(), installation.vault());
    tickets = new ReplyTickets(installation.vault(), clock);
    aliases = new MemberAliases(installation.vault(), DOMAIN);
    unsubscribe = new Unsubscribe(installation.vault(), new Site(DOMAIN, "https://caucus.example"));
    recalls =
        new RecallTickets(installation.vault(), new Site(DOMAIN, "https://caucus.example"), clock);
    codes = new HoldCodes(installation.vault());
    AddressPlan plan = new AddressPlan(DOMAIN, "+");
    PostingSteps steps =
        new PostingSteps(
            plan,
            trust,
            new PostingSteps.Tickets(
                (ticket, w) ->
                    tickets
                        .open(ticket, w)
                        .map(a -> new ReplyTo(a.parent(), a.entry(), a.seat(), a.known())),
                (ticket, from, w) ->
                    aliases
                        .open(ticket, w)
                        .map(Seat::id)
                        .filter(to -> PrivateComposer.mayPass(w, from, to)),
                (ticket, w) ->
                    recalls
                        .open(ticket, w)
                        .map(r -> new EchoRecalls.Post(r.of(), r.author(), List.of())),
                (ticket, w) ->
                    unsubscribe
                        .open(ticket, w)
                        .map(
                            s ->
                                new PostingSteps.Subscription(
                                    s.seat(), s.what().list(), s.what().order(), s.what().thing())),
                (ticket, w) -> Optional.empty(),
                codes),
            new QuoteDetector());
    postmaster =
        new InboundProcessor(
            vertx,
            rooms,
            blobs,
            records,
            shelf,
            new Accounts(),
            steps,
            new InboundProcessor.Reading(
                incoming -> {
                  reading.accept(incoming);
                  return AuthenticatedOrigin.UNKNOWN;
                },
                trust::isProven,
                HEAVY),
            (w, join, key) -> Future.failedFuture("nobody joins here"),
            (ticket, id, letter, at) -> {});
    Destinations destinations = new Destinations(this.directory, plan);
    smtp =
        new SmtpServer(
            SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, DOMAIN),
            new InboundRecipients(destinations, rooms::takesLetters),
            new Inbox(
                destinations,
                blobs,
                records,
                shelf,
                postmaster,
                (from, letter) -> Future.succeededFuture(),
                (kept, incoming) -> {}),
            clock);
    smtp.start();
  }

  /** The coalition around the draft code of practice. */
  InboundPostOffice withCoalition() {
    workspace = installation.workspace();
    directory.claimSlug("cop", workspace).await();
    address("cop", Ref.to(Ref.Kind.WORKSPACE, "cop"));
    person("amina@rights.example", "amina");
    submit(
        null,
        new MemberCommand.OpenWorkspace(
            "cop", "Code of Practice", "rights", "Rights Now", "amina", "Amina"));
    seats.put("amina", state().members().seatOf("amina").orElseThrow().id());
    organisation("press", Side.CIVIL_SOCIETY);
    organisation("chirp", Side.COMPANY);
    organisation("vista", Side.COMPANY);
    join("bola", "press", Role.MEMBER);
    join("dayo", "press", Role.OBSERVER);
    join("chika", "chirp", Role.LIAISON);
    join("vera", "vista", Role.LIAISON);
    list("coalition", Audience.everyone());
    list("civil", Audience.civilSociety());
    submit(
        "amina",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "provisions", Audience.everyone(), Audience.everyone()));
    address("provisions", Ref.to(Ref.Kind.TRACKER, "COP"));
    address("updates.chirp", Ref.to(Ref.Kind.ORGANISATION, "chirp"));
    return this;
  }

  private void address(String localPart, Ref thing) {
    directory.claim(localPart, workspace, thing).await();
  }

  private void organisation(String slug, Side side) {
    submit("amina", new MemberCommand.AddOrganisation(slug, slug, side, MemberEvent.History.ALL));
  }

  void list(String slug, Audience audience) {
    submit("amina", new ListCommand.OpenList(slug, slug, "", slug, audience));
    address(slug, Ref.to(Ref.Kind.LIST, slug));
  }

  private final class Accounts implements AccountLookup {
    @Override
    public Future<Optional<String>> personByAddress(String address) {
      if (address.equals(fatal)) {
        throw new StackOverflowError("too deep");
      }
      if (address.equals(slow)) {
        slow = "";
        throw new ParsingExecutor.TooLong();
      }
      return Future.succeededFuture(Optional.ofNullable(accounts.get(address)));
    }

    @Override
    public Future<Optional<String>> formerly(MailAddress address) {
      return Future.succeededFuture(Optional.ofNullable(ended.get(address.comparisonForm())));
    }
  }

  void person(String address, String person) {
    accounts.put(address, person);
  }

  void join(String name, String organisation, Role role) {
    String address = name + "@" + organisation + ".example";
    person(address, name);
    String invitation =
        submit("amina", new MemberCommand.Invite(address, name, organisation, role));
    submit(null, new MemberCommand.AcceptInvitation(invitation, name, name));
    seats.put(name, state().members().seatOf(name).orElseThrow().id());
  }

  String submit(String seat, Command command) {
    return rooms.submit(workspace, seats.get(seat), command, null).await().thing();
  }

  /** The day that it is here, by UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(began.instant().plus(ahead), ZoneOffset.UTC);
  }

  Workspace state() {
    return rooms.read(workspace).await();
  }

  List<Event> events() {
    return state().history().stream().map(Commit::events).flatMap(List::stream).toList();
  }

  <E extends Event> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Has the letters read that were let in unread; sees all commits, as after a restart. */
  void readAgain() {
    replay();
    settle();
  }

  /** The same, but waits for none of them. */
  void replay() {
    UnreadLetters unread = new UnreadLetters(rooms, blobs, records, postmaster);
    installation
        .log()
        .read(workspace, 0, EventLog.READ_LIMIT)
        .await()
        .forEach(record -> unread.handle(workspace, record));
  }

  /** Waits until every letter has ended. */
  void settle() {
    Awaitility.await()
        .atMost(Clocks.LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> postmaster.waiting() == 0);
    if (passesMinutes) {
      announced();
    }
  }

  /** What was told to its author alone is done: a minute passes. */
  private void announced() {
    List<Hold> told =
        state().letters().holds().values().stream()
            .filter(h -> h.open() && h.posts() != null)
            .toList();
    if (!told.isEmpty()) {
      ahead = ahead.plus(Hold.ANNOUNCED).plusSeconds(1);
      told.forEach(
          h ->
              rooms
                  .submit(workspace, h.seat(), new LetterCommand.PostAnnounced(h.id()), null)
                  .await());
    }
  }

  /** One SMTP conversation; the answer to each recipient and, if one was taken, to the data. */
  List<String> send(String from, List<String> to, String letter) throws IOException {
    try (Client client = new Client(smtp.port(), transcript)) {
      return client.send(from, to, letter);
    }
  }

  /** A letter from its author to one address, ended. */
  void post(String from, String to, String letter) throws IOException {
    String addressed =
        letter.replaceFirst("\nTo: coalition@caucus.example\n", "\nTo: " + to + "\n");
    List<String> answers = send(from, List.of(to), addressed);
    if (!answers.getLast().startsWith("250")) {
      throw new AssertionError(answers.toString());
    }
    settle();
  }

  /** Takes the database away while all else goes on. */
  void loseDatabase() {
    databaseAway = true;
    installation.close();
  }

  @Override
  public void close() {
    postmaster.close();
    smtp.close();
    rooms.close();
    if (!databaseAway) {
      installation.close();
    }
    vertx.close().await();
  }

  /** A mail program that speaks just enough SMTP. */
  static final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final List<String> transcript;

    Client(int port) throws IOException {
      this(port, new ArrayList<>());
    }

    Client(int port, List<String> transcript) throws IOException {
      this.transcript = transcript;
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(Math.toIntExact(Clocks.LONG.toMillis()));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      answer();
      say("EHLO client.example");
    }

    List<String> send(String from, List<String> to, String letter) throws IOException {
      List<String> answers = new ArrayList<>();
      say("MAIL FROM:<" + from + ">");
      boolean any = false;
      for (String recipient : to) {
        String answer = say("RCPT TO:<" + recipient + ">");
        answers.add(answer);
        any |= answer.startsWith("250");
      }
      if (any) {
        say("DATA");
        answers.add(say(letter.replace("\n", "\r\n") + "."));
      } else {
        say("RSET");
      }
      return answers;
    }

    private String say(String line) throws IOException {
      line.lines().forEach(l -> transcript.add("C: " + l));
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return answer();
    }

    private String answer() throws IOException {
      String line = in.readLine();
      while (line != null && line.length() > 3 && line.charAt(3) == '-') {
        line = in.readLine();
      }
      transcript.add("S: " + line);
      return String.valueOf(line);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
