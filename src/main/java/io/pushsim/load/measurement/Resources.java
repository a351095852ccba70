package io.pushsim.load.measurement;

/**
 * What the simulator's process used while it was measured; in one process the generator is in it.
 *
 * @param processors how many processors it kept busy, on average
 * @param mostHeapMegabytes the most heap in use that was seen
 * @param collectionSeconds time in garbage collections
 */
public record Resources(double processors, double mostHeapMegabytes, double collectionSeconds) {
  /** Of a load that was not measured. */
  public static final Resources NONE = new Resources(0, 0, 0);
}
