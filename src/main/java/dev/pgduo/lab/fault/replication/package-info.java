/** The faults of replication: a standby cannot follow its primary, shows wrong data, or conflicts with its clients. */
@NullMarked
package dev.pgduo.lab.fault.replication;

import org.jspecify.annotations.NullMarked;
