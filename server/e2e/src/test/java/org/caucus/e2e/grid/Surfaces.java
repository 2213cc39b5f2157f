package org.caucus.e2e.grid;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.CommitmentTally;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.updates.UpdatePresenter;
import org.caucus.e2e.worlds.Mailbag;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineContext.Writer;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.platform.eventlog.Vault;
import org.caucus.views.audit.AuditPresenter;
import org.caucus.views.calendar.CalendarSubscription;
import org.caucus.views.feeds.FeedMessages;
import org.caucus.views.feeds.FeedMetadata;
import org.caucus.views.feeds.UpdateFeedItem;
import org.caucus.views.feeds.actions.ActionFeed;
import org.caucus.views.feeds.issues.IssueFeed;
import org.caucus.views.inbox.Ringing;
import org.caucus.views.push.Pushing;
import org.caucus.views.search.Searcher;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.views.unread.Unreading;
import org.caucus.views.webhooks.WebhookPayload;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/** Every way in which a seat may obtain a thing, and the sign of what it gets. */
final class Surfaces {
  /** One thing, asked about by one seat. */
  record Asked(SeatId seat, Ref thing, String audience) {
    String entry() {
      return "e-" + thing.id();
    }
  }

  private static final Pattern SUBJECT = Pattern.compile("Subject: blob-([a-z-]+)\r\n");
  private static final String NO = "-";
  private static final String YES = "+";
  private static final Site SITE = new Site(View.DOMAIN, "https://caucus.example");
  private static final FeedMetadata PLACE =
      new FeedMetadata(
          View.DOMAIN, "", "actions", "actions", "", "", "", View.NOW, FeedMessages.ENGLISH);
  private static final FrameRenderer FRAMES =
      new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));

  /** The columns of the table, by name. */
  final Map<String, BiFunction<Asked, Workspace, String>> columns = new LinkedHashMap<>();

  private final Given given;
  private final Mailbag mailbag;
  private final ReplyTickets tickets;
  private final PostingSteps steps;
  final Searcher searcher = new Searcher();
  private final Map<SeatId, JsonObject> pages = new HashMap<>();
  private final Map<SeatId, Set<Ref>> left = new HashMap<>();
  private final Map<SeatId, String> activity = new HashMap<>();
  private final Map<SeatId, String> audit = new HashMap<>();
  private final Map<SeatId, String> digests = new HashMap<>();
  private final Map<SeatId, String> calendars = new HashMap<>();
  private final Map<SeatId, Map<String, List<String>>> letters = new HashMap<>();
  private final Map<String, Commit> commits = new HashMap<>();

  Surfaces(Given given, Vault vault) {
    this.given = given;
    this.mailbag = new Mailbag(vault);
    this.tickets = new ReplyTickets(vault, InstantSource.fixed(View.NOW));
    this.steps =
        new PostingSteps(
            new AddressPlan(View.DOMAIN, "+"),
            new SenderTrust(List.of(Cidr.of("127.0.0.0/8")), List.of(), Set.of()),
            (t, w) ->
                tickets
                    .open(t, w)
                    .map(a -> new ReplyTo(a.parent(), a.entry(), a.seat(), a.known())),
            new QuoteDetector());
    reading();
    columns.putAll(new Acts(given).columns());
    columns.put("token", this::token);
    columns.put("bare", (a, w) -> toAll(a, w, "Re: Title " + a.thing().id(), "\r\n\r\nNoted."));
    columns.put("quoted", (a, w) -> toAll(a, w, "News", "\r\n\r\n> " + words(a)));
    columns.put("forward", (a, w) -> toAll(a, w, "News", sentAlong(words(a))));
  }

  private void reading() {
    columns.put(
        "head", (a, w) -> sign(w.access().canRead(a.seat(), w.scopeOf(a.thing()).orElseThrow())));
    columns.put("said", (a, w) -> sign(page(a, w, "entries").containsKey(a.entry())));
    columns.put(
        "list",
        (a, w) -> sign(page(a, w, a.thing().kind().wire() + "s").containsKey(a.thing().id())));
    columns.put("search", (a, w) -> sign(searcher.finds(w, a.seat(), words(a), a.entry())));
    columns.put("activity", (a, w) -> sign(activity(a, w).contains("\"" + a.thing().id() + "\"")));
    columns.put(
        "stream",
        (a, w) -> sign(frame(w, commit(a, w), a.seat()).contains("\"" + a.entry() + "\"")));
    columns.put("mail", (a, w) -> sign(letters(a, w).anyMatch(l -> l.contains("List-Id:"))));
    columns.put(
        "digest",
        (a, w) ->
            sign(
                digests
                    .computeIfAbsent(a.seat(), s -> mailbag.digest(w, s, "coalition"))
                    .contains("\r\nSubject: Title " + a.thing().id() + "\r\n")));
    columns.put("file", (a, w) -> sign(original(a, w) || attached(a, w)));
    columns.put("count", this::count);
    columns.put("tally", (a, w) -> sign(counted(a, w)));
    columns.put("webhook", (a, w) -> sign(rung(a, w)));
    columns.put("bell", this::bell);
    columns.put("push", this::push);
    columns.put("unread", this::unread);
    columns.put("calendar", this::calendar);
    columns.put("feed", (a, w) -> sign(told(a, w) || fed(a, w) || listed(a, w)));
    columns.put("audit", (a, w) -> sign(audit(a, w).contains("Title " + a.thing().id())));
    columns.put(
        "export",
        (a, w) ->
            sign(
                w.visibleEvents(commit(a, w), a.seat())
                    .toString()
                    .contains("[id=" + a.entry() + ",")));
  }

  /** The activity page. */
  String activity(Asked a, Workspace w) {
    return activity.computeIfAbsent(a.seat(), s -> View.activity(w, s).encode());
  }

  /** The audit view, as a file. */
  String audit(Asked a, Workspace w) {
    return audit.computeIfAbsent(a.seat(), s -> AuditPresenter.csv(w, s));
  }

  /** What the stream tells a seat of a commit. */
  static String frame(Workspace w, Commit commit, SeatId seat) {
    return FRAMES.frame(w, commit, seat).map(JsonObject::encode).orElse("");
  }

  /** All pages of a seat. */
  JsonObject shown(Asked a, Workspace w) {
    return pages.computeIfAbsent(a.seat(), s -> View.of(w, s));
  }

  /** How many entries the thing is said to have where it is listed. */
  private String count(Asked a, Workspace w) {
    JsonObject listed = page(a, w, a.thing().kind().wire() + "s").getJsonObject(a.thing().id());
    return listed == null ? NO : String.valueOf(listed.getInteger("entries"));
  }

  /** Whether the calendar that this seat subscribes to has the thing, or any of its words. */
  private String calendar(Asked a, Workspace w) {
    String calendar =
        calendars.computeIfAbsent(a.seat(), s -> CalendarSubscription.of(w, s, SITE, View.NOW));
    return sign(calendar.contains("UID:" + a.thing().id() + "@" + View.DOMAIN));
  }

  /** Whether it rings for a seat that has written under the thing before, and so is concerned. */
  private String bell(Asked a, Workspace w) {
    Event own =
        new EntryEvent.EntryPosted(
            "own", where(a, w), null, a.seat(), said(a, w), "Mine.", Channel.WEB, null);
    return sign(
        Ringing.entries(given.and(own).state(), commit(a, w), a.seat()).contains(a.entry()));
  }

  /** Whether a device of such a seat that chose names and titles is told of it, by its title. */
  private String push(Asked a, Workspace w) {
    Event own =
        new EntryEvent.EntryPosted(
            "own", where(a, w), null, a.seat(), said(a, w), "Mine.", Channel.WEB, null);
    return sign(
        Pushing.entries(given.and(own).state(), commit(a, w), a.seat(), View.NOW).stream()
            .anyMatch(
                shown ->
                    shown.startsWith(a.entry() + " ")
                        && shown.contains("Title " + where(a, w).id())));
  }

  /** Its entry among what the seat has not read. */
  private String unread(Asked a, Workspace w) {
    return sign(
        left.computeIfAbsent(a.seat(), s -> Unreading.ends(w, s, View.NOW))
            .contains(Ref.to(Ref.Kind.ENTRY, a.entry())));
  }

  /** What its entry is said under: of a thread that was merged, the other. */
  private static Ref where(Asked a, Workspace w) {
    return w.entries().find(a.entry()).orElseThrow().parent();
  }

  private static Audience said(Asked a, Workspace w) {
    return w.entries().find(a.entry()).orElseThrow().audience();
  }

  private boolean original(Asked a, Workspace w) {
    return letters(a, w).anyMatch(l -> !l.contains("List-Id:"));
  }

  /** A file added in the browser, as the page names it and its bytes are fetched. */
  private boolean attached(Asked a, Workspace w) {
    return page(a, w, "entries")
        .getJsonObject(a.entry(), new JsonObject())
        .encode()
        .contains("/api/workspaces/cop/entries/" + a.entry() + "/attachments/1");
  }

  private static String sign(boolean obtained) {
    return obtained ? YES : NO;
  }

  private JsonObject page(Asked a, Workspace w, String kind) {
    return shown(a, w).getJsonObject(kind, new JsonObject());
  }

  private Stream<String> letters(Asked a, Workspace w) {
    return letters
        .computeIfAbsent(a.seat(), s -> bySubject(mailbag.of(w, s, List.of())))
        .getOrDefault(a.thing().id(), List.of())
        .stream();
  }

  private static Map<String, List<String>> bySubject(List<String> letters) {
    Map<String, List<String>> bySubject = new HashMap<>();
    for (String letter : letters) {
      SUBJECT
          .matcher(letter)
          .results()
          .map(found -> found.group(1))
          .distinct()
          .forEach(id -> bySubject.computeIfAbsent(id, i -> new ArrayList<>()).add(letter));
    }
    return bySubject;
  }

  /** Of actions: whether the word that an organisation gave about it is counted. */
  private static boolean counted(Asked a, Workspace w) {
    return new CommitmentTally(w, a.seat())
        .byAction()
        .toString()
        .contains("of=" + a.thing().id() + ",");
  }

  private static boolean fed(Asked a, Workspace w) {
    var action = w.actions().find(a.thing().id());
    return action.flatMap(one -> ActionFeed.leaf(w, one, a.seat(), PLACE)).isPresent();
  }

  private static boolean listed(Asked a, Workspace w) {
    var issue = w.issues().find(a.thing().id());
    return issue.flatMap(one -> IssueFeed.leaf(w, one, a.seat(), PLACE)).isPresent();
  }

  /** Of updates and actions: asked for by itself, so that no limit hides a leak. */
  private static boolean told(Asked a, Workspace w) {
    return UpdatePresenter.feed(w, a.seat()).stream()
        .filter(u -> u.id().equals(a.thing().id()))
        .map(u -> UpdateFeedItem.of(w, u, a.seat()))
        .anyMatch(i -> i.title().equals("Title " + a.thing().id()));
  }

  /** Of updates: what a program that this seat has told is told of their being posted. */
  private static boolean rung(Asked a, Workspace w) {
    return w.history().stream()
        .filter(c -> c.events().toString().startsWith("[UpdatePosted[id=" + a.thing().id() + ","))
        .flatMap(
            c -> WebhookPayload.of(w, c, c.events().getFirst(), a.seat(), null, "", "").stream())
        .anyMatch(
            t -> t.getJsonObject("data").getString("title").equals("Title " + a.thing().id()));
  }

  private Commit commit(Asked a, Workspace w) {
    if (commits.isEmpty()) {
      for (Commit commit : w.history()) {
        commit.events().stream()
            .filter(EntryEvent.EntryPosted.class::isInstance)
            .forEach(e -> commits.put(((EntryEvent.EntryPosted) e).id(), commit));
      }
    }
    return Objects.requireNonNull(commits.get(a.entry()));
  }

  private String token(Asked a, Workspace w) {
    String ticket = tickets.mint(commit(a, w).sequence(), a.seat());
    Destination to =
        new Destination(
            "cop+r." + ticket + "@" + View.DOMAIN,
            w.id(),
            Ref.to(Ref.Kind.WORKSPACE, "cop"),
            "r." + ticket);
    return verdict(a, w, to, "Re: Title " + a.thing().id(), "\r\n\r\nNoted.");
  }

  private String toAll(Asked a, Workspace w, String subject, String rest) {
    Destination to =
        new Destination("coalition@" + View.DOMAIN, w.id(), Ref.to(Ref.Kind.LIST, "coalition"), "");
    return verdict(a, w, to, subject, rest);
  }

  private static String words(Asked a) {
    return GridStory.words(a.thing().id());
  }

  private static String sentAlong(String words) {
    String inside =
        Base64.getEncoder()
            .encodeToString(("Subject: x\r\n\r\n" + words).getBytes(StandardCharsets.UTF_8));
    return "\r\n"
        + "MIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\n\r\n"
        + "See below.\r\n"
        + "--b\r\n"
        + "Content-Type: message/rfc822\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + inside
        + "\r\n--b--\r\n";
  }

  private String verdict(Asked a, Workspace w, Destination to, String subject, String rest) {
    byte[] letter =
        ("From: <"
                + a.seat()
                + "@x.example>\r\nTo: <"
                + to.address()
                + ">\r\nSubject: "
                + subject
                + rest
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    RawLetter raw = RawLetter.of(letter);
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b",
            InetAddress.ofLiteral("127.0.0.1"),
            MailAddress.of(a.seat() + "@x.example"),
            raw,
            ParsedLetter.of(raw),
            w.history().getLast().at());
    String person = w.members().seats().get(a.seat()).person();
    Addressees beside = new Addressees(Addressees.of(in, List.of(to.address())), Map.of());
    return switch (steps.judge(PipelineContext.of(in, to, w, Writer.of(person), beside))) {
      case Verdict.Post p -> YES;
      case Verdict.Hold h ->
          h.awaits() == Hold.Awaits.SENDER
              ? "?"
              : h.reasons().contains(RefusalMessages.STRANGER) ? "s" : "o";
      case Verdict.Refuse r -> r.reasons().contains(RefusalMessages.TICKET) ? NO : "r";
      case Verdict.TakeBack v -> "-";
      case Verdict.Decide v -> "-";
      case Verdict.PassOn p -> "passed on";
      case Verdict.ToConvenors c -> "passed on";
      case Verdict.Join n -> "-";
      case Verdict.Drop d -> "dropped";
    };
  }
}
