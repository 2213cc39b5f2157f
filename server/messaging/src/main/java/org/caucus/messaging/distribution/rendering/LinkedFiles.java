package org.caucus.messaging.distribution.rendering;

import java.util.Map;
import org.caucus.coalition.access.AudienceNames;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.LargeFiles;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;

/**
 * What stands in a letter of a list instead of files that the list sends as links: their names,
 * sizes and readers, the page on which they are opened by anyone who signs in, and the line that
 * has them sent by mail. Who may have them is asked when they are opened, or sent.
 */
public record LinkedFiles(Workspace state, Entry entry, Site site, Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  /** Whether there are any for this reader. The author gets the letter as it was written. */
  public static boolean are(Workspace state, Entry entry, SeatId reader) {
    long most = style(state, entry).mostFileBytes();
    return entry.letter() != null
        && !reader.equals(entry.seat())
        && entry.letter().attachments().stream().anyMatch(file -> file.size() > most);
  }

  private static ListStyle style(Workspace state, Entry entry) {
    Thread thread = state.lists().thread(entry.parent().id()).orElseThrow();
    return state.lists().style(thread.list());
  }

  /** The letter with links in place of them. */
  public RawLetter in(RawLetter letter) {
    return LargeFiles.out(letter, style(state, entry).mostFileBytes(), this::said);
  }

  private String said(LargeFiles.File file) {
    String slug = state.members().slug();
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    int readers = state.access().count(scope);
    return PHRASES.say(
            language,
            "large-file",
            Map.of(
                "name",
                HeaderText.clean(file.name()),
                "size",
                LocalFormats.bytes(language, file.bytes()),
                "link",
                site.page(slug, "threads/" + entry.parent().id()),
                "readers",
                PHRASES.say(
                    language,
                    "readers",
                    Map.of(
                        "n",
                        readers,
                        "audience",
                        AudienceNames.say(language, state.members(), entry.audience()))),
                "address",
                site.address(slug + "+control").toString(),
                "order",
                "get <" + entry.id() + "@" + site.domain() + ">"))
        + "\n";
  }
}
