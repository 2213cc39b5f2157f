package org.caucus.operator.sessions;

import java.util.Optional;
import org.caucus.http.PersonDirectory.Person;
import org.caucus.identity.revocation.CredentialRevocation;
import org.caucus.operator.cli.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Of one person or of everybody: one of the two must be said. */
final class SessionTarget {
  @ArgGroup(exclusive = true, multiplicity = "1")
  Choice choice = new Choice();

  /** The two. */
  static final class Choice {
    @Option(names = "--person", paramLabel = "ADDRESS", description = "of the person who holds it")
    @Nullable String address;

    @Option(names = "--everybody", description = "of all persons of this installation")
    boolean everybody;
  }

  boolean everybody() {
    return choice.everybody;
  }

  /** The person; empty, and the console told, if nobody holds the address. */
  Optional<Person> person(CredentialRevocation ending, Console console) {
    Optional<Person> found = ending.person(String.valueOf(choice.address));
    if (found.isEmpty()) {
      console.note("Nobody holds this address here. Nothing was changed.");
    }
    return found;
  }

  /** Says what was found, without a word that tells more than the lists on people's own pages. */
  static void say(CredentialRevocation.Found found, String verb, Console console) {
    console.say(
        "%d sessions and %d personal tokens of %d persons %s."
            .formatted(
                found.sessions().size(), found.tokens().size(), found.people().size(), verb));
  }
}
