package io.pushsim.scenario;

/** A place in a file; both numbers count from 1. */
record Position(int line, int column) {}
