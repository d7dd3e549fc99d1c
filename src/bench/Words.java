import java.util.Random;

/**
 * Makes text that looks like Indonesian news and means nothing.
 */
final class Words {

	private static final String[] WORDS = """
			pemerintah daerah warga kota harga pasar jalan sekolah petani nelayan pelabuhan bandara kereta sungai hutan
			gunung desa provinsi menteri gubernur bupati anggaran pajak usaha modal bank ekspor impor panen beras kopi
			kelapa listrik air bersih rumah sakit dokter guru siswa mahasiswa penelitian teknologi jaringan aplikasi data
			pertandingan pemain pelatih juara musim hujan banjir cuaca gempa bantuan relawan polisi jaksa hakim sidang
			undang aturan rencana program kerja sama pembangunan layanan kesehatan pendidikan budaya seni wisata pantai
			akan telah sudah sedang masih harus dapat belum juga serta dengan untuk dari pada oleh dalam setelah sebelum
			karena sehingga namun sementara bahwa agar yang di ke tidak lebih paling sangat baru lama besar kecil tinggi
			rendah cepat lambat baik banyak sedikit semua beberapa setiap tahun bulan pekan hari pagi siang malam kemarin
			meningkatkan menurunkan membuka menutup menyiapkan menyampaikan mengatakan meminta menjelaskan memastikan
			melibatkan menerima mengirim membeli menjual menanam memperbaiki mengunjungi mengumumkan menilai mendukung"""
		.split("\\s+");

	private static final String[] NAMES = """
			Adi Bayu Citra Dewi Eka Fajar Gita Hendra Indah Joko Kartika Lestari Made Nanda Okta Putri Rahmat Sari Tono
			Utami Wahyu Yusuf Zahra Agung Bambang Surya Pratama Wijaya Santoso Hidayat Kusuma Nugroho Permata Siregar
			Simanjuntak Halim Maulana Anggraini Setiawan Purnomo"""
		.split("\\s+");

	private final Random random;

	Words(Random random) {
		this.random = random;
	}

	String word() {
		return WORDS[this.random.nextInt(WORDS.length)];
	}

	String name() {
		return NAMES[this.random.nextInt(NAMES.length)] + " " + NAMES[this.random.nextInt(NAMES.length)];
	}

	String title(int words) {
		StringBuilder title = new StringBuilder();
		for (int i = 0; i < words; i++) {
			title.append((i > 0) ? " " : "").append(capital(word()));
		}
		return title.toString();
	}

	String sentence() {
		StringBuilder sentence = new StringBuilder(capital(word()));
		for (int i = 5 + this.random.nextInt(12); i > 0; i--) {
			sentence.append(' ').append(word());
		}
		return sentence.append('.').toString();
	}

	/**
	 * Sentences until there are at least so many characters.
	 */
	String paragraph(int length) {
		StringBuilder paragraph = new StringBuilder(sentence());
		while (paragraph.length() < length) {
			paragraph.append(' ').append(sentence());
		}
		return paragraph.toString();
	}

	private static String capital(String word) {
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

}
