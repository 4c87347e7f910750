/** The list of all faults, and what is done with them: inject, judge, heal, check. */
@NullMarked
package dev.pgduo.lab.fault.catalogue;

import org.jspecify.annotations.NullMarked;
