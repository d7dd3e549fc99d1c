package id.warta.viewcount;

/**
 * An article's views in one batch.
 *
 * @param articleId the article
 * @param batch the batch's number
 * @param views how many
 */
record Tally(long articleId, long batch, long views) {

}
