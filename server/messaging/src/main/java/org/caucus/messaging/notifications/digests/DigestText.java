package org.caucus.messaging.notifications.digests;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.markdown.HtmlLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Threading;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.notifications.digests.DigestLetter.Absent;
import org.caucus.messaging.notifications.digests.DigestLetter.Digest;
import org.caucus.messaging.notifications.digests.DigestPosts.Post;
import org.caucus.messaging.notifications.digests.UndeliveredDigests.Missed;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;

/** What a digest says, as plain text by RFC 1153. */
final class DigestText {
  /** Characters of one post that are written out. */
  static final int MAX_POST_CHARS = 20_000;

  /** RFC 1153: what stands below the page of contents. */
  private static final String RULE = "-".repeat(70);

  /** RFC 1153: what stands below each post. Programs look for it, in no language but this. */
  private static final String SEPARATOR = "-".repeat(30);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

  private final Digest digest;
  private final Site site;
  private final ReplyTickets replies;
  private final MemberAliases aliases;
  private final Workspace state;
  private final ZoneId zone;

  DigestText(Digest digest, Site site, ReplyTickets replies, MemberAliases aliases) {
    this.digest = digest;
    this.site = site;
    this.replies = replies;
    this.aliases = aliases;
    this.state = digest.state();
    this.zone = state.lists().habits().now(digest.seat().id()).zone();
  }

  /**
   * All of a digest, in the parts that both of its forms have.
   *
   * @param end the last line
   */
  record Whole(String contents, List<HtmlLetter.Message> messages, String end) {
    Whole {
      messages = List.copyOf(messages);
    }

    /** As plain text by RFC 1153. */
    String text() {
      return contents
          + RULE
          + "\n\n"
          + messages.stream()
              .map(m -> said(m) + "\n" + SEPARATOR + "\n\n")
              .collect(Collectors.joining())
          + end
          + "\n"
          + "*".repeat(end.length())
          + "\n";
    }

    private static String said(HtmlLetter.Message message) {
      return String.join("\n", message.head()) + "\n\n" + message.body() + "\n";
    }
  }

  /** All of it, each post as far as there is room. */
  Whole whole() {
    List<HtmlLetter.Message> messages = new ArrayList<>();
    int octets = 0;
    for (Post post : digest.posts()) {
      HtmlLetter.Message message = message(messages.size() + 1, post);
      octets += Whole.said(message).getBytes(StandardCharsets.UTF_8).length;
      if (messages.size() == DigestLetter.MAX_POSTS || octets > DigestLetter.MAX_OCTETS) {
        break;
      }
      messages.add(message);
    }
    String end = "End of " + HeaderText.clean(digest.list().name()) + " Digest";
    return new Whole(contents(messages.size()), messages, end);
  }

  /** What is in it, and what is not. */
  String contents(int written) {
    StringBuilder text = new StringBuilder(absent());
    text.append(written == 0 ? "" : digest.say("contents") + "\n\n");
    int number = 1;
    for (Post post : digest.posts().subList(0, written)) {
      text.append(String.format(Locale.ROOT, "%4d. ", number++)).append(line(post)).append('\n');
    }
    return text.append('\n').append(rest(written)).append(foot()).toString();
  }

  /** Who wrote about what, and where it stands. */
  String summary() {
    StringBuilder text = new StringBuilder(absent());
    int written = Math.min(digest.posts().size(), DigestLetter.MAX_POSTS);
    for (Post post : digest.posts().subList(0, written)) {
      text.append("* ").append(line(post)).append("\n  ").append(audience(post.entry()));
      text.append("\n  ").append(page(post.entry()));
      text.append("\n  ")
          .append(digest.say("answer-to", Map.of("address", answers(post))))
          .append("\n\n");
    }
    return text.append(rest(written)).append(foot()).toString();
  }

  /** Where its reader answers a post, for those who read it. */
  private String answers(Post post) {
    String slug = state.members().slug();
    return replies.address(slug, site.domain(), post.sequence(), post.reader());
  }

  /** What did not come before: named, with where it stands. */
  private String absent() {
    StringBuilder text = new StringBuilder();
    int left = DigestLetter.MAX_NAMED;
    int more = 0;
    for (Absent absent : digest.absent()) {
      Missed missed = absent.missed();
      String why = missed.tried() ? "tried" : "refused";
      text.append(digest.say(why, Map.of("day", digest.day(missed.at()), "reply", missed.code())))
          .append("\n\n");
      int written = Math.min(left, absent.posts().size());
      for (Post post : absent.posts().subList(0, written)) {
        text.append("* ").append(line(post)).append("\n  ");
        text.append(page(post.entry())).append('\n');
      }
      left -= written;
      more += absent.posts().size() - written;
      text.append(written == 0 ? "" : "\n");
    }
    return more == 0
        ? text.toString()
        : text.append(digest.say("more", Map.of("n", more, "link", listPage())))
            .append("\n\n")
            .toString();
  }

  private String rest(int written) {
    int more = digest.posts().size() - written + digest.withheld();
    return more == 0 ? "" : digest.say("more", Map.of("n", more, "link", listPage())) + "\n\n";
  }

  private String foot() {
    return digest.say("foot", Map.of("link", site.page(state.members().slug(), "my-mail")))
        + "\n\n";
  }

  private String line(Post post) {
    return subject(post.entry()) + " (" + author(post) + ")";
  }

  /** RFC 1153: these fields in this order, and then what is ours. */
  private HtmlLetter.Message message(int number, Post post) {
    Entry entry = post.entry();
    List<String> lines = new ArrayList<>();
    lines.add("Date: " + DATE.format(entry.at().atZone(zone)));
    lines.add("From: " + author(post) + " <" + address(post) + ">");
    String list = HeaderText.clean(digest.list().name());
    lines.add("To: " + list + " <" + site.address(digest.list().localPart()) + ">");
    int title = lines.size();
    lines.add("Subject: " + subject(entry));
    String id = Threading.idOf(state, entry, post.reader(), site.domain());
    lines.add("Message-ID: <" + HeaderText.clean(id) + ">");
    lines.add("Reply-To: " + answers(post));
    lines.add(audience(entry));
    lines.add("Message: " + number);
    List<String> body = new ArrayList<>(List.of(quieted(cut(entry))));
    body.addAll(attachments(entry));
    return new HtmlLetter.Message(lines, title, String.join("\n", body));
  }

  /** A line that would end the post is no end (RFC 1153). */
  private static String quieted(String text) {
    return text.replaceAll("(?m)^-{30}$", " " + SEPARATOR);
  }

  private String cut(Entry entry) {
    String text = entry.text().strip();
    if (text.length() <= MAX_POST_CHARS) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(MAX_POST_CHARS - 1));
    return text.substring(0, split ? MAX_POST_CHARS - 1 : MAX_POST_CHARS)
        + "\n"
        + digest.say("cut", Map.of("link", page(entry)));
  }

  private List<String> attachments(Entry entry) {
    List<String> files = new ArrayList<>();
    if (entry.letter() != null) {
      entry.letter().attachments().forEach(a -> files.add(file(a.name(), a.size())));
    }
    entry.attached().forEach(a -> files.add(file(a.name(), a.size())));
    if (!files.isEmpty()) {
      files.addAll(0, List.of("", digest.say("attached", Map.of("link", page(entry)))));
    }
    return files;
  }

  private static String file(String name, long octets) {
    return "* " + HeaderText.clean(name) + " (" + octets + " B)";
  }

  /** R10: anyone who gets it sees who else reads it. */
  private String audience(Entry entry) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    Header header = ListHeaders.audience(state, entry.audience(), scope);
    return header.name() + ": " + header.value();
  }

  private String subject(Entry entry) {
    return HeaderText.clean(state.lists().thread(entry.parent().id()).orElseThrow().subject());
  }

  /** The author as the letter says, where a convenor let a stranger's in. */
  private Optional<String> stranger(Post post) {
    return state.stranger(post.entry(), post.reader());
  }

  private String author(Post post) {
    return HeaderText.clean(
        stranger(post).orElseGet(() -> state.members().nameOf(post.entry().seat())));
  }

  private MailAddress address(Post post) {
    return stranger(post).isPresent()
        ? site.address(digest.list().localPart())
        : aliases.of(state.members().slug(), post.entry().seat());
  }

  private String page(Entry entry) {
    return site.page(state.members().slug(), "threads/" + entry.parent().id());
  }

  private String listPage() {
    return site.page(state.members().slug(), "lists/" + digest.list().slug());
  }
}
