/** The faults of replication: a standby that cannot follow, must not be believed, or is in the way of its clients. */
@NullMarked
package dev.pgduo.lab.fault.replication;

import org.jspecify.annotations.NullMarked;
