/**
 * What a capability is to the rest of the house.
 *
 * <p>A {@link org.caucus.coalition.capability.Capability} has a sealed family of events, their
 * names in the log with what a member's own copy says of each, the state they fold to, the deciders
 * of its commands, and its kinds of things. It says of each event {@link
 * org.caucus.coalition.capability.About what it is about} and who may know of it. Each stands in
 * the folder of what it is about; the list of them all is in {@code workspace.Capabilities}. {@code
 * server/docs/ADDING-A-CAPABILITY.md} shows how to add one.
 */
@NullMarked
package org.caucus.coalition.capability;

import org.jspecify.annotations.NullMarked;
