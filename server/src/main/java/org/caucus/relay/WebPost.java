package org.caucus.relay;

import java.util.List;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.PlainLetter;
import org.caucus.email.text.HeaderText;
import org.caucus.entries.Entry;
import org.caucus.lists.MailingList;
import org.caucus.lists.Thread;
import org.caucus.relay.rendering.SubjectTag;
import org.caucus.workspace.Workspace;

/** A post written in the browser, as a letter. */
final class WebPost {
  private static final String ANSWER = "Re: ";

  private WebPost() {}

  static byte[] of(
      Workspace state,
      Thread thread,
      MailingList list,
      Entry entry,
      Threading threading,
      MailAddress listAddress,
      MailAddress replyTo,
      List<Header> added,
      String page) {
    String author = HeaderText.clean(state.members().nameOf(entry.seat()));
    NamedAddress from = new NamedAddress(author + " via " + clean(list.name()), listAddress);
    NamedAddress to = new NamedAddress(clean(list.name()), listAddress);
    PlainLetter letter =
        PlainLetter.of(
                from,
                List.of(to),
                tagged(state, list, subject(state, thread, entry)),
                threading.idOf(entry),
                entry.at(),
                entry.text() + attached(entry, page))
            .withReplyTo(NamedAddress.of(replyTo))
            .withHeaders(added);
    List<String> before = threading.leadingTo(entry);
    return (before.isEmpty() ? letter : letter.answering(before.getLast(), before)).toBytes();
  }

  /** What a letter brought along, for whoever wants links instead; nothing else has any. */
  private static String attached(Entry entry, String page) {
    if (entry.letter() == null || entry.letter().attachments().isEmpty()) {
      return "";
    }
    StringBuilder lines = new StringBuilder("\n\nAttached, at " + page + "\n");
    entry
        .letter()
        .attachments()
        .forEach(
            a ->
                lines
                    .append("* ")
                    .append(clean(a.name()))
                    .append(" (")
                    .append(a.size())
                    .append(" bytes)\n"));
    return lines.toString();
  }

  private static String tagged(Workspace state, MailingList list, String subject) {
    return SubjectTag.on(subject, state.lists().style(list.slug()).tag()).orElse(subject);
  }

  private static String subject(Workspace state, Thread thread, Entry entry) {
    String subject = clean(thread.subject());
    boolean first = state.entries().under(thread.ref()).getFirst().id().equals(entry.id());
    boolean marked = subject.regionMatches(true, 0, ANSWER, 0, ANSWER.length());
    return first || marked ? subject : ANSWER + subject;
  }

  private static String clean(String text) {
    return HeaderText.clean(text);
  }
}
