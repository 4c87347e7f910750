/** Tests of the faults. */
@org.jspecify.annotations.NullMarked
package dev.pgduo.lab.fault;
