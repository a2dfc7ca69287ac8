document.getElementById('root').innerHTML = '<main><h2>Đã đăng xuất</h2></main>';
