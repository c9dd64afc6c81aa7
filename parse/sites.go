package parse

import "strings"

// The built-in sites. They must not be changed. Names are those of MediaWiki's messages and Wikipedia's settings.
var (
	English = &Site{Name: "en", File: list("File,Image"), Category: list("Category"), Template: list("Template,TM"),
		Namespace: list("Wikipedia,WP,Wikipedia talk,WT,Portal,Portal talk,Draft,Draft talk,TimedText,TimedText talk,Book,Book talk")}

	Chinese = &Site{Name: "zh", File: list("文件,檔案,档案,图像,圖像,Image,F"), Category: list("分类,分類,CAT"), Template: list("模板,样板,樣板,T"),
		Namespace: list("Wikipedia,维基百科,維基百科,WP,Wikipedia talk,维基百科讨论,維基百科討論,Project,维基专题,Portal,主题,主題,Draft,草稿,Help,帮助,幫助,User,用户,用戶,使用者,Talk,讨论,討論,对话,對話,User talk,用户讨论,用戶討論,Special,特殊,媒体,媒體,模块,模組"),
		Redirect:  list("#重定向"), NoTrail: true, Variants: list("zh-cn,zh-hans,zh-sg,zh-my,zh-tw,zh-hant,zh-hk,zh-mo"),
		Switches:  list("无目录,無目錄,强显目录,強顯目錄,目录,目錄,不转换标题,不轉換標題,不转换内容,不轉換內容,隐藏分类,隱藏分類,消歧义,消歧義"),
		FileWords: words("缩略图=thumb 縮圖=thumb 右=right 左=left 无=none 無=none 居中=center 置中=center 有框=frame 无框=frameless 無框=frameless 边框=border 邊框=border 替代文本==alt 替代文字==alt 链接==link 連結==link 页数==page 頁=page")}

	Russian = &Site{Name: "ru", File: list("Файл,Изображение"), Category: list("Категория,К"), Template: list("Шаблон,Ш"),
		Namespace: list("Википедия,ВП,Обсуждение Википедии,ОВП,Портал,П,Обсуждение портала,Инкубатор,Проект,ПРО,Участник,Участница,У,Обсуждение,Обсуждение участника,Служебная,Медиа,Справка,Модуль"),
		Redirect:  list("#перенаправление,#перенапр"), Trail: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
		Switches:  list("БЕЗОГЛ,БЕЗ_ОГЛАВЛЕНИЯ,ОГЛ,ОГЛАВЛЕНИЕ,ОБЯЗОГЛ,БЕЗРЕДАКТИРОВАНИЯРАЗДЕЛА,СКРЫТКАТ,НЕОДНОЗНАЧНОСТЬ"),
		FileWords: words("мини=thumb миниатюра=thumb справа=right слева=left центр=center без=none обрамить=frame безрамки=frameless граница=border альт==alt ссылка==link страница==page сверхусправа==upright")}

	German = &Site{Name: "de", File: list("Datei,Bild"), Category: list("Kategorie"), Template: list("Vorlage"),
		Namespace: list("Wikipedia,WP,Wikipedia Diskussion,WD,Portal,P,Portal Diskussion,Benutzer,Benutzerin,BD,Diskussion,Benutzer Diskussion,Spezial,Medium,Hilfe,H,Modul"),
		Redirect:  list("#WEITERLEITUNG"), Trail: "äöüß",
		Switches:  list("KEIN_INHALTSVERZEICHNIS,KEININHALTSVERZEICHNIS,INHALTSVERZEICHNIS,INHALTSVERZEICHNIS_ERZWINGEN,ABSCHNITTE_NICHT_BEARBEITEN,VERSTECKTE_KATEGORIE,BEGRIFFSKLÄRUNG"),
		FileWords: words("mini=thumb miniatur=thumb mini==thumb miniatur==thumb rechts=right links=left zentriert=center ohne=none gerahmt=frame rahmenlos=frameless rand=border hochkant=upright hochkant==upright alternativtext==alt verweis==link seite==page sprache==lang klasse==class")}

	French = &Site{Name: "fr", File: list("Fichier,Image"), Category: list("Catégorie"), Template: list("Modèle"),
		Namespace: list("Wikipédia,WP,Discussion Wikipédia,Portail,Discussion Portail,Projet,Référence,Utilisateur,Utilisatrice,Discussion,Discussion utilisateur,Spécial,Média,Aide,Module"),
		Redirect:  list("#REDIRECTION"), Trail: "àâçéèêîôûäëïöüùÇÉÂÊÎÔÛÄËÏÖÜÀÈÙ",
		Switches:  list("AUCUNSOMMAIRE,AUCUNETDM,SOMMAIRE,TDM,FORCERSOMMAIRE,FORCERTDM,SECTIONNONEDITABLE,CATCACHEE,HOMONYMIE"),
		FileWords: words("vignette=thumb vignette==thumb droite=right gauche=left centré=center néant=none cadre=frame encadré=frame sans_cadre=frameless sans=frameless bordure=border redresse=upright redresse==upright lien==link page==page langue==lang classe==class")}

	Spanish = &Site{Name: "es", File: list("Archivo,Imagen"), Category: list("Categoría"), Template: list("Plantilla"),
		Namespace: list("Wikipedia,WP,Wikipedia discusión,Portal,Portal discusión,Wikiproyecto,PR,Anexo,Anexo discusión,Usuario,Usuaria,Discusión,Usuario discusión,Especial,Medio,Ayuda,Módulo"),
		Redirect:  list("#REDIRECCIÓN,#REDIRECCION"), Trail: "áéíóúñ",
		Switches:  list("SIN_TDC,NOTDC,FORZAR_TDC,FORZARTDC,TDC,NO_EDITAR_SECCIÓN,CATEGORÍAOCULTA,DESAMBIGUACIÓN"),
		FileWords: words("miniaturadeimagen=thumb miniatura=thumb mini=thumb mini==thumb miniatura==thumb derecha=right derecho=right der=right dcha=right izquierda=left izquierdo=left izda=left izq=left centro=center centrado=center centrada=center centrar=center no=none ninguna=none nada=none marco=frame enmarcado=frame enmarcada=frame sinmarco=frameless borde=border vínculo==link vinculo==link enlace==link alt==alt página==page")}

	Japanese = &Site{Name: "ja", File: list("ファイル,画像,Image"), Category: list("カテゴリ"), Template: list("テンプレート"),
		Namespace: list("Wikipedia,WP,Wikipedia‐ノート,Portal,ポータル,プロジェクト,利用者,ノート,トーク,利用者‐会話,特別,メディア,ヘルプ,モジュール"),
		Redirect:  list("#転送,#リダイレクト,＃転送,＃リダイレクト,転送,リダイレクト"),
		Switches:  list("目次非表示,目次強制,目次,節編集非表示,カテゴリ非表示"),
		FileWords: words("サムネイル=thumb 右=right 左=left 中央=center なし=none 無し=none フレーム=frame 境界=border ボーダー=border フレームなし=frameless 代替文==alt 代替画像==thumb リンク==link ページ==page")}

	Italian = &Site{Name: "it", File: list("File,Immagine"), Category: list("Categoria"), Template: list("Template"),
		Namespace: list("Wikipedia,WP,Discussioni Wikipedia,Portale,Progetto,Utente,Discussione,Discussioni utente,Speciale,Media,Aiuto,Modulo"),
		Redirect:  list("#RINVIA,#RINVIO,#RIMANDO"), Trail: "àéèíîìóòúù",
		FileWords: words("miniatura=thumb min=thumb destra=right sinistra=left centro=center nessuno=none riquadrato=frame incorniciato=frame senza_cornice=frameless bordo=border verticale=upright verticale==upright")}

	Dutch = &Site{Name: "nl", File: list("Bestand,Afbeelding"), Category: list("Categorie"), Template: list("Sjabloon"),
		Namespace: list("Wikipedia,WP,Overleg Wikipedia,Portaal,Gebruiker,Overleg,Overleg gebruiker,Speciaal,Media,Help"),
		Redirect:  list("#DOORVERWIJZING"), Trail: "äöüïëéèà",
		FileWords: words("miniatuur=thumb mini=thumb duimnagel=thumb rechts=right links=left gecentreerd=center geen=none omkaderd=frame kaderloos=frameless rand=border rechtop=upright")}

	Polish = &Site{Name: "pl", File: list("Plik,Grafika"), Category: list("Kategoria"), Template: list("Szablon"),
		Namespace: list("Wikipedia,WP,Dyskusja Wikipedii,Portal,Wikiprojekt,Wikipedysta,Wikipedystka,Dyskusja,Specjalna,Media,Pomoc,Moduł"),
		Redirect:  list("#PATRZ,#PRZEKIERUJ,#TAM"), Trail: "ęóąśłżźćńĘÓĄŚŁŻŹĆŃ",
		FileWords: words("mały=thumb prawo=right lewo=left centruj=center brak=none ramka=frame bez_ramki=frameless obwódka=border")}

	Portuguese = &Site{Name: "pt", File: list("Ficheiro,Imagem,Arquivo"), Category: list("Categoria"), Template: list("Predefinição"),
		Namespace: list("Wikipédia,WP,Wikipédia Discussão,Portal,Anexo,Usuário,Usuária,Discussão,Especial,Multimédia,Ajuda,Módulo"),
		Redirect:  list("#REDIRECIONAMENTO"), Trail: "áâãàéêẽçíòóôõúüűũ",
		FileWords: words("miniatura=thumb miniaturadaimagem=thumb direita=right esquerda=left centro=center nenhum=none moldura=frame commoldura=frame semmoldura=frameless borda=border superiordireito=upright ligação==link")}

	Swedish = &Site{Name: "sv", File: list("Fil,Bild"), Category: list("Kategori"), Template: list("Mall"),
		Namespace: list("Wikipedia,WP,Wikipediadiskussion,Portal,Användare,Diskussion,Användardiskussion,Special,Media,Hjälp,Modul"),
		Redirect:  list("#OMDIRIGERING"), Trail: "åäöéÅÄÖÉ",
		FileWords: words("miniatyr=thumb mini=thumb höger=right vänster=left centrerad=center ingen=none ram=frame inramad=frame ramlös=frameless kantlinje=border stående=upright länk==link")}

	Ukrainian = &Site{Name: "uk", File: list("Файл,Зображення"), Category: list("Категорія"), Template: list("Шаблон"),
		Namespace: list("Вікіпедія,ВП,Портал,П,Проєкт,Користувач,Користувачка,Обговорення,Спеціальна,Медіа,Довідка,Модуль"),
		Redirect:  list("#ПЕРЕНАПРАВЛЕННЯ,#ПЕРЕНАПР,#перенаправление,#перенапр"), Trail: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъы",
		FileWords: words("міні=thumb мініатюра=thumb праворуч=right ліворуч=left центр=center без=none рамка=frame безрамки=frameless границя=border альт==alt посилання==link")}
)

// SiteFor is the built-in site of a language code such as "zh" or "de"; nil when there is none.
func SiteFor(code string) *Site {
	code, _, _ = strings.Cut(code, "-")
	for _, s := range [...]*Site{English, Chinese, Russian, German, French, Spanish, Japanese, Italian, Dutch, Polish, Portuguese, Swedish, Ukrainian} {
		if strings.EqualFold(s.Name, code) {
			return s
		}
	}
	return nil
}

func list(s string) []string { return strings.Split(s, ",") }

// words reads "mini=thumb alt==alt": a word, with its "=" if it has one, and the English option.
func words(s string) map[string]string {
	m := make(map[string]string)
	for pair := range strings.FieldsSeq(s) {
		i := strings.LastIndexByte(pair, '=')
		m[strings.ReplaceAll(pair[:i], "_", " ")] = pair[i+1:]
	}
	return m
}
