/** The faults of storage: files that are damaged or gone. */
@NullMarked
package dev.pgduo.lab.fault.storage;

import org.jspecify.annotations.NullMarked;
