package org.caucus.messaging.distribution.rendering;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.PlainLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.headers.Threading;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;

/** A post written in the browser, as a letter. */
public final class WebPost {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");
  private static final String ANSWER = "Re: ";

  private WebPost() {}

  public static PlainLetter of(
      Workspace state,
      Thread thread,
      MailingList list,
      Entry entry,
      Threading threading,
      MailAddress listAddress,
      NamedAddress to,
      MailAddress replyTo,
      List<Header> added) {
    String author = HeaderText.clean(state.members().nameOf(entry.seat()));
    NamedAddress from = new NamedAddress(author + " via " + clean(list.name()), listAddress);
    PlainLetter letter =
        PlainLetter.of(
                from,
                List.of(to),
                tagged(state, list, subject(state, thread, entry)),
                threading.idOf(entry),
                entry.at(),
                entry.text())
            .withReplyTo(NamedAddress.of(replyTo))
            .withHeaders(added);
    List<String> before = threading.leadingTo(entry);
    return before.isEmpty() ? letter : letter.answering(before.getLast(), before);
  }

  /** The words, and below them what is attached, does not go along, and is on the page. */
  public static String naming(
      Entry entry, List<Entry.Attached> along, String page, Language language) {
    List<String> files = new ArrayList<>();
    if (entry.letter() != null) {
      entry.letter().attachments().forEach(a -> files.add(line(a.name(), a.size(), language)));
    }
    entry.attached().stream()
        .filter(file -> !along.contains(file))
        .forEach(f -> files.add(line(f.name(), f.size(), language)));
    return files.isEmpty()
        ? entry.text()
        : entry.text()
            + "\n\n"
            + PHRASES.say(language, "files")
            + " "
            + page
            + "\n"
            + String.join("", files);
  }

  private static String line(String name, long bytes, Language language) {
    return "* " + clean(name) + " (" + LocalFormats.bytes(language, bytes) + ")\n";
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
