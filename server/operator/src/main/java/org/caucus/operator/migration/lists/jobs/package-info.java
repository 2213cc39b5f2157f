/**
 * An archive that a convenor sends by the browser is brought in while they look on, or go away.
 * {@link org.caucus.operator.migration.lists.jobs.ImportRoutes} notes what is asked as a {@link
 * org.caucus.operator.migration.lists.jobs.ImportJob}; {@link
 * org.caucus.operator.migration.lists.jobs.ImportWorker} does it on whichever node is free, says
 * how far it is, goes on with what a node that died left, and keeps a line for each letter ({@link
 * org.caucus.operator.migration.lists.jobs.ImportJobs}). What is done is {@link
 * org.caucus.operator.migration.lists.ListArchiveImport}, at the word of that seat, asked again at
 * every commit.
 */
@NullMarked
package org.caucus.operator.migration.lists.jobs;

import org.jspecify.annotations.NullMarked;
