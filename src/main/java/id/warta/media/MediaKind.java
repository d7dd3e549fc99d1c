package id.warta.media;

/**
 * What a medium is.
 */
public enum MediaKind {

	IMAGE, AUDIO, VIDEO, FILE

}
