/** Tests of the link between the nodes. */
@org.jspecify.annotations.NullMarked
package dev.pgduo.lab.link;
