/** Tests of the faults of the network. */
@org.jspecify.annotations.NullMarked
package dev.pgduo.lab.fault.network;
