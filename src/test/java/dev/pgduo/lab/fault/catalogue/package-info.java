/** Tests of the list of faults. */
@org.jspecify.annotations.NullMarked
package dev.pgduo.lab.fault.catalogue;
