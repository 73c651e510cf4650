/** The batch jobs: one configuration per job, one class per step. */
@NullMarked
package vmail.job;

import org.jspecify.annotations.NullMarked;
