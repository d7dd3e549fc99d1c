package id.warta.viewcount;

/**
 * How often something was read by readers who came from somewhere.
 *
 * @param source from where
 * @param views how often
 */
record ViewsOfSource(ViewSource source, long views) {

}
