/**
 * A coalition that moves in brings its roster: a table of names, addresses, organisations and
 * roles. {@link org.caucus.workspace.roster.RosterTable} reads it, {@link
 * org.caucus.workspace.roster.RosterPreview} says of each row what would become of it, and {@link
 * org.caucus.workspace.roster.RosterRoutes} shows that first and then invites, row by row, by the
 * same decider as any invitation. Organisations join by two convenors as ever: a row of one that is
 * not here is refused and says so.
 */
@NullMarked
package org.caucus.workspace.roster;

import org.jspecify.annotations.NullMarked;
