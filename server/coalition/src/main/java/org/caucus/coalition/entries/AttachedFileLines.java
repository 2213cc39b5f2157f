package org.caucus.coalition.entries;

import java.util.List;
import java.util.stream.Collectors;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;

/** The names of files that were attached in the browser: a notice names them, the page has them. */
public final class AttachedFileLines {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  private AttachedFileLines() {}

  /** The lines; empty if there are no files. */
  public static String of(List<Entry.Attached> files, Language language) {
    return files.isEmpty()
        ? ""
        : "\n\n"
            + PHRASES.say(language, "files")
            + "\n"
            + files.stream()
                .map(f -> "  " + f.name() + " (" + LocalFormats.bytes(language, f.size()) + ")")
                .collect(Collectors.joining("\n"));
  }
}
