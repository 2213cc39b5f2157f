package org.caucus.operator.sessions;

import org.caucus.accounts.ending.Ending;
import org.caucus.http.People.Person;
import org.caucus.operator.Console;
import org.caucus.operator.DataOption;
import org.caucus.operator.Desk;
import org.caucus.operator.OperatorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code caucus sessions}: the list of its commands. */
@Command(
    name = "sessions",
    description = "What people are signed in with; ends it, and lets back in.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SessionsCommand.Show.class,
      SessionsEndCommand.class,
      SessionsConfirmCommand.class
    })
public final class SessionsCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Override
  public int run(Desk desk, Console console) {
    Whose.say(desk.ending().get().ofAll(), "are open", console);
    console.say("See: caucus sessions show --help, caucus sessions end --help");
    return DONE;
  }

  /** {@code caucus sessions show}. */
  @Command(
      name = "show",
      description =
          "Lists what a person is signed in with, and what the log calls their account; changes"
              + " nothing.",
      mixinStandardHelpOptions = true)
  static final class Show implements OperatorCommand {
    @Mixin DataOption data = new DataOption();
    @Mixin Whose whose = new Whose();

    @Override
    public int run(Desk desk, Console console) {
      Ending ending = desk.ending().get();
      if (whose.everybody()) {
        Whose.say(ending.ofAll(), "are open", console);
        return DONE;
      }
      var person = whose.person(ending, console);
      person.ifPresent(p -> list(ending, p, console));
      return person.isPresent() ? DONE : NOT_DONE;
    }

    private static void list(Ending ending, Person person, Console console) {
      Ending.Found found = ending.of(person);
      console.say("In the log: account=" + ending.reference(person));
      found
          .sessions()
          .forEach(
              s -> console.say("session, signed in %s, used %s".formatted(s.began(), s.used())));
      found
          .tokens()
          .forEach(
              t -> console.say("token, made %s, until %s".formatted(t.created(), t.expires())));
      Whose.say(found, "are open", console);
    }
  }
}
