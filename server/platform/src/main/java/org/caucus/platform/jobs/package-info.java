/**
 * The one store of jobs: what is to be done at a time is kept in the database with that time, and
 * looked at by every node.
 *
 * <p>{@link org.caucus.platform.jobs.JobStore} keeps the jobs of one {@link
 * org.caucus.platform.jobs.JobType kind}, sealed, each once under its id; {@link
 * org.caucus.platform.jobs.JobRunner} sees to those that are due, and {@link
 * org.caucus.platform.jobs.JobScheduler} has it look again and again. It promises no more than that
 * somebody looks: anyone who is called does what is due so that it happens once, however many nodes
 * look and wherever they are killed, by a name that is the same on each of them. {@link
 * org.caucus.platform.jobs.FailedJobs} puts off what failed, each time for longer, so that it keeps
 * nothing behind it from its turn. {@link org.caucus.platform.jobs.JobSchedule} is such a store of
 * the times at which things of workspaces must be looked at.
 */
@NullMarked
package org.caucus.platform.jobs;

import org.jspecify.annotations.NullMarked;
