package org.caucus.coalition.lists.imports;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Command;

/** What can be asked about the archive of a list. */
public sealed interface ImportCommand extends Command {
  /**
   * Notes that one is brought in now.
   *
   * @param kind what it is kept as
   */
  record Begin(String list, String kind, Audience audience) implements ImportCommand {}

  /**
   * Brings in some of its letters.
   *
   * @param audience who may read them
   */
  record Letters(String list, Audience audience, List<ImportedLetter> letters)
      implements ImportCommand {
    /** Most letters of one command; together with {@link #MAX_CHARS} they fit into a record. */
    public static final int MAX_LETTERS = 400;

    /** Most characters of all texts of one command. */
    public static final int MAX_CHARS = 500_000;

    /** A copy that nobody else can change. */
    public Letters {
      letters = List.copyOf(letters);
    }
  }
}
