package org.caucus.messaging.inbound.pipeline;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;

/**
 * One address a letter came to, and what it belongs to.
 *
 * @param address as the sender wrote it
 * @param thing the list, tracker, company (its updates) or workspace
 * @param detail what follows the workspace's name, such as {@code r.} and a ticket; empty if none;
 *     verbs stand after its last plus signs
 */
public record Destination(String address, WorkspaceId workspace, Ref thing, String detail) {
  /** What the address asks for besides. */
  public Set<AddressCommand> verbs() {
    Set<AddressCommand> verbs = EnumSet.noneOf(AddressCommand.class);
    String rest = detail;
    for (Optional<AddressCommand> last = last(rest); last.isPresent(); last = last(rest)) {
      verbs.add(last.get());
      rest = before(rest);
    }
    return verbs;
  }

  private static Optional<AddressCommand> last(String detail) {
    int plus = detail.lastIndexOf('+');
    return plus < 0 ? Optional.empty() : AddressCommand.of(detail.substring(plus + 1));
  }

  private static String before(String detail) {
    return detail.substring(0, detail.lastIndexOf('+'));
  }

  /** The detail without verbs. */
  public String plain() {
    String rest = detail;
    while (last(rest).isPresent()) {
      rest = before(rest);
    }
    return rest;
  }

  /** Whether another address leads to the same place, whatever each asks for besides. */
  public boolean isBeside(Destination other) {
    return thing.equals(other.thing) && plain().equals(other.plain());
  }

  /** The same, which asks for what another address of the same place does, too. */
  public Destination and(Destination other) {
    String asked =
        Stream.concat(verbs().stream(), other.verbs().stream())
            .distinct()
            .sorted()
            .map(verb -> "+" + verb.word())
            .collect(Collectors.joining());
    return new Destination(address, workspace, thing, plain() + asked);
  }

  /** One name for the same place, whatever the spelling of the address. */
  public String place() {
    return detail.isEmpty() ? thing.toString() : thing + "+" + detail;
  }
}
