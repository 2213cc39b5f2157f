package org.caucus.postmaster.arrival;

import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.issues.asked.Verb;
import org.caucus.log.WorkspaceId;

/**
 * One address a letter came to, and what it belongs to.
 *
 * @param address as the sender wrote it
 * @param thing the list, tracker, company (its updates) or workspace
 * @param detail what follows the workspace's name, such as {@code r.} and a ticket; empty if none;
 *     a verb stands after its last plus sign
 */
public record Destination(String address, WorkspaceId workspace, Ref thing, String detail) {
  /** What the address asks for besides. */
  public Optional<Verb> verb() {
    int plus = detail.lastIndexOf('+');
    return plus < 0 ? Optional.empty() : Verb.of(detail.substring(plus + 1));
  }

  /** The detail without a verb. */
  public String plain() {
    return verb().isEmpty() ? detail : detail.substring(0, detail.lastIndexOf('+'));
  }

  /** One name for the same place, whatever the spelling of the address. */
  public String place() {
    return detail.isEmpty() ? thing.toString() : thing + "+" + detail;
  }
}
