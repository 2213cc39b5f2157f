package org.caucus.mail.auth.dns;

import java.util.List;

/** TXT records of the domain name system. */
public interface TxtRecords {
  /** The answer may come later; nothing is known now. */
  final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public NotNow(String message) {
      super(message);
    }
  }

  /**
   * The records of a name, each with its strings joined; none if there are none. May block.
   *
   * @throws NotNow when the servers do not answer, or say that they cannot
   */
  List<String> of(String name) throws NotNow;
}
