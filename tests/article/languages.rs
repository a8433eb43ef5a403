//! Which language a text is told to be in.

use demarche::article::language_of;

#[test]
fn languages() {
    for (text, expected) in [
        ("The minister said the talks were over and that the ship was on its way to the port.", Some("en")),
        ("Le ministre a dit que les pourparlers de la semaine sont finis et que le navire est en route.", Some("fr")),
        ("Der Minister sagte, die Gespräche seien zu Ende und das Schiff sei auf dem Weg in den Hafen.", Some("de")),
        (
            "El ministro dijo el lunes que las conversaciones con los pueblos vecinos terminaron, que el barco ya \
             va hacia el puerto con toda su carga y que nadie ha pedido otra cosa desde entonces.",
            Some("es"),
        ),
        ("Министр сказал, что переговоры окончены, и что корабль уже идет в порт, и на этом все.", Some("ru")),
        (
            "Menteri luar negeri itu mengatakan bahwa pembicaraan yang panjang dengan negara tetangga untuk minggu \
             ini telah selesai dan tidak ada lagi yang perlu dibahas sampai bulan depan.",
            Some("id"),
        ),
        (
            "Qtr shr 71 cts vs 64 cts Net 8.4 mln vs 7.6 mln Revs 93.3 mln vs 90.8 mln Nine mths shr 2.02 dlrs vs 1.97",
            None,
        ),
        // The letters of names alone look like those of another language.
        (
            "Delta Marina Corp, Gallo Petroli, Banca Lombarda, Torino Cemento, Marina Carbone, Adriatica Navigazione gained",
            None,
        ),
        ("Moody's cut Banco de la Nacion Argentina and nine of its peers, citing the price of wheat.", Some("en")),
        ("Ministers met.", None),
    ] {
        assert_eq!(language_of(text).map(|language| language.code).as_deref(), expected, "{text}");
    }
}
