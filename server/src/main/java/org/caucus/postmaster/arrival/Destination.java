package org.caucus.postmaster.arrival;

import org.caucus.command.Ref;
import org.caucus.log.WorkspaceId;

/**
 * One address a letter came to, and what it belongs to.
 *
 * @param address as the sender wrote it
 * @param thing the list, tracker, company (its updates) or workspace
 * @param detail what follows the workspace's name, such as {@code r.} and a ticket; empty if none
 */
public record Destination(String address, WorkspaceId workspace, Ref thing, String detail) {
  /** One name for the same place, whatever the spelling of the address. */
  public String place() {
    return detail.isEmpty() ? thing.toString() : thing + "+" + detail;
  }
}
